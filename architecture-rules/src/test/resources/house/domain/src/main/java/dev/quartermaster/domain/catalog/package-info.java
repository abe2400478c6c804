/** What the shop sells. And more. */
package dev.quartermaster.domain.catalog;
