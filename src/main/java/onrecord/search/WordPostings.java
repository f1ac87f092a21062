package onrecord.search;

import java.io.IOException;
import java.util.Optional;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/** Visits the words of all quotations with their frequencies, without reading texts. Stateless. */
final class WordPostings {

  private WordPostings() {}

  /** Visits one word. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Visits one word.
     *
     * @param word the word without case and accents
     * @param postings the quotations that contain it, with its frequency in each
     */
    void visit(String word, PostingsEnum postings) throws IOException;
  }

  /** Visits each word of the quotations of a snapshot once. */
  static void forEach(Snapshot snapshot, TimeLimit time, Visitor visitor) throws IOException {
    WordField exact = WordField.exact(snapshot.stamp(), IndexField.QUOTE);
    Terms all = MultiTerms.getTerms(snapshot.reader(), exact.name());
    TermsEnum terms = all == null ? TermsEnum.EMPTY : all.iterator();
    PostingsEnum postings = null;
    for (var term = terms.next(); term != null; term = terms.next()) {
      time.check();
      Optional<String> word = exact.wordOf(term);
      if (word.isPresent()) {
        postings = terms.postings(postings, PostingsEnum.FREQS);
        visitor.visit(word.get(), postings);
      }
    }
  }
}
