package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onrecord.model.Span;
import onrecord.query.Hit;
import onrecord.search.Words.Word;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;

/** The places where a query matches words of quotations. Not thread-safe. */
final class QueryPlaces {

  private final Words words;
  private final QueryTranslator query;
  private final Matches selection;

  /**
   * Finds places in quotations.
   *
   * @param query the query
   * @param selection the quotations that are searched for it
   */
  QueryPlaces(Words words, QueryTranslator query, Matches selection) {
    this.words = words;
    this.query = query;
    this.selection = selection;
  }

  /** Visits a quotation. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Visits a quotation.
     *
     * @param doc its document in the whole index
     * @param places its words, with the places
     */
    void visit(int doc, Marked places) throws IOException;
  }

  /**
   * The words of a quotation with places in them.
   *
   * @param words the words
   * @param places the places as the first word and the word after the last, in order, without
   *     overlaps
   */
  record Marked(List<Word> words, List<Span> places) {}

  /** Visits each quotation that has a place. */
  void forEach(Visitor visitor) throws IOException {
    Matches found = selection.within(query.filtered());
    HitReader reader = new HitReader(found.snapshot(), Optional.of(query.unfiltered()));
    found.forEachSegment((segment, docs) -> {
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        found.time().check();
        int global = segment.context().docBase + doc;
        Hit hit = reader.read(new ScoreDoc(global, 0));
        List<Span> places = hit.highlights().inQuotation();
        if (!places.isEmpty()) {
          List<Word> all = words.of(hit.quotation().text());
          visitor.visit(global, new Marked(all, inWords(places, all)));
        }
      }
    });
  }

  /** {@return places in a text as places among its words} */
  private static List<Span> inWords(List<Span> places, List<Word> words) {
    List<Span> inWords = new ArrayList<>();
    int at = 0;
    for (Span place : places) {
      while (at < words.size() && words.get(at).end() <= place.start()) {
        at++;
      }
      int first = at;
      while (at < words.size() && words.get(at).start() < place.end()) {
        at++;
      }
      if (at > first) {
        inWords.add(new Span(first, at));
      }
    }
    return inWords;
  }
}
