/** The API's description, as far as it follows from the code of the resources. */
@NullMarked
package dev.quartermaster.rest.shared.description;

import org.jspecify.annotations.NullMarked;
