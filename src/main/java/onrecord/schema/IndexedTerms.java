package onrecord.schema;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;

/** A text that is indexed by its terms: analyzed already, or yet to be analyzed. */
sealed interface IndexedTerms {

  /** Adds the text to a document. */
  void add(IndexField field, FieldWriter document);

  /** A text that has been analyzed; its terms can be read once. */
  record Analyzed(TokenStream terms) implements IndexedTerms {
    @Override
    public void add(IndexField field, FieldWriter document) {
      document.terms(field, terms);
    }
  }

  /** A text that is analyzed as it is indexed. */
  record Plain(String text) implements IndexedTerms {
    @Override
    public void add(IndexField field, FieldWriter document) {
      document.texts(field, List.of(text));
    }
  }
}
