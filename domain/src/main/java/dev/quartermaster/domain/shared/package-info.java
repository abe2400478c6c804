/** What every context needs: money, actors and permissions, errors, paging and the unit of work. */
@NullMarked
package dev.quartermaster.domain.shared;

import org.jspecify.annotations.NullMarked;
