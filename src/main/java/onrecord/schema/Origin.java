package onrecord.schema;

/** Which documents have a field, and where its value comes from. Immutable. */
sealed interface Origin {

  /** A field of all documents. */
  record Everywhere(FieldValue<Indexed> value) implements Origin {}

  /** A field of the documents of articles alone. */
  record Articles(FieldValue<IndexedArticle> value) implements Origin {}

  /** A field of the documents of quotations alone. */
  record Quotations(FieldValue<IndexedQuotation> value) implements Origin {}

  /** {@return the origin of a field of all documents} */
  static Origin everywhere(FieldValue<Indexed> value) {
    return new Everywhere(value);
  }

  /** {@return the origin of a field of the documents of articles} */
  static Origin articles(FieldValue<IndexedArticle> value) {
    return new Articles(value);
  }

  /** {@return the origin of a field of the documents of quotations} */
  static Origin quotations(FieldValue<IndexedQuotation> value) {
    return new Quotations(value);
  }
}
