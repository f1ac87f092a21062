package onrecord.schema;

/** Which documents have a field, and where its value comes from. Immutable. */
sealed interface Origin {

  /** Adds a field to the document of an article, if such documents have it. */
  void add(IndexedArticle article, IndexField field, FieldWriter document);

  /** Adds a field to the document of a quotation, if such documents have it. */
  void add(IndexedQuotation quotation, IndexField field, FieldWriter document);

  /** A field of all documents. */
  record Everywhere(FieldValue<Indexed> value) implements Origin {
    @Override
    public void add(IndexedArticle article, IndexField field, FieldWriter document) {
      value.add(article, field, document);
    }

    @Override
    public void add(IndexedQuotation quotation, IndexField field, FieldWriter document) {
      value.add(quotation, field, document);
    }
  }

  /** A field of the documents of articles alone. */
  record Articles(FieldValue<IndexedArticle> value) implements Origin {
    @Override
    public void add(IndexedArticle article, IndexField field, FieldWriter document) {
      value.add(article, field, document);
    }

    @Override
    public void add(IndexedQuotation quotation, IndexField field, FieldWriter document) {}
  }

  /** A field of the documents of quotations alone. */
  record Quotations(FieldValue<IndexedQuotation> value) implements Origin {
    @Override
    public void add(IndexedArticle article, IndexField field, FieldWriter document) {}

    @Override
    public void add(IndexedQuotation quotation, IndexField field, FieldWriter document) {
      value.add(quotation, field, document);
    }
  }

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
