package dev.quartermaster.rest.catalog;

import dev.quartermaster.domain.catalog.Product;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the API's description says of the value of an attribute, which is of no single type. */
@Schema(
    name = "AttributeValue",
    description = "A text, a number, true or false",
    maxLength = Product.MAX_ATTRIBUTE_TEXT_LENGTH,
    oneOf = {String.class, Double.class, Boolean.class})
interface AttributeSchema {}
