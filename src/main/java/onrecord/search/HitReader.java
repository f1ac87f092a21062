package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Highlights;
import onrecord.query.Hit;
import onrecord.query.Occurrence;
import onrecord.query.Passage;
import onrecord.query.Search;
import onrecord.schema.IndexField;
import onrecord.schema.QuotationDocument;
import onrecord.schema.ReadQuotation;
import onrecord.schema.Snapshot;
import onrecord.schema.SnapshotDocuments;
import onrecord.text.Sentences;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Reads hits from an index, with highlights, context and occurrences. Not thread-safe. */
final class HitReader {

  private static final Words WORDS = new Words();

  private final Snapshot snapshot;
  private final List<LeafReaderContext> leaves;
  private final SnapshotDocuments documents;
  private final Optional<Weight> highlighted;
  private final OptionalInt context;
  private final Optional<SameWordings> wordings;

  /** Creates a reader, which reads the places where a query matches if one is given. */
  HitReader(Snapshot snapshot, Optional<Query> query) throws IOException {
    this(snapshot, query, OptionalInt.empty(), Optional.empty());
  }

  /** {@return a reader without highlights} */
  static HitReader withContext(Snapshot snapshot, OptionalInt sentences) throws IOException {
    return new HitReader(snapshot, Optional.empty(), sentences, Optional.empty());
  }

  /** {@return a reader of what a search requests for its hits} */
  static HitReader of(
      Snapshot snapshot, Search search, Query query, Optional<SameWordings> wordings)
      throws IOException {
    return new HitReader(
        snapshot,
        search.highlight() ? Optional.of(query) : Optional.empty(),
        search.context(),
        wordings);
  }

  private HitReader(
      Snapshot snapshot,
      Optional<Query> query,
      OptionalInt context,
      Optional<SameWordings> wordings)
      throws IOException {
    IndexSearcher searcher = snapshot.searcher();
    this.snapshot = snapshot;
    this.leaves = searcher.getLeafContexts();
    this.documents = new SnapshotDocuments(snapshot);
    this.highlighted =
        query.isEmpty()
            ? Optional.empty()
            : Optional.of(
                searcher.createWeight(
                    searcher.rewrite(query.get()), ScoreMode.COMPLETE_NO_SCORES, 1));
    this.context = context;
    this.wordings = wordings;
  }

  Hit read(ScoreDoc hit) throws IOException {
    ReadQuotation read = documents.quotation(hit.doc);
    Quotation quotation = read.quotation();
    return new Hit(
        quotation,
        read.article(),
        hit.score,
        highlights(hit.doc, read),
        context(hit.doc, quotation),
        occurrences(hit.doc));
  }

  private List<Occurrence> occurrences(int doc) throws IOException {
    List<Occurrence> occurrences = new ArrayList<>();
    if (wordings.isPresent()) {
      for (int same : wordings.get().occurrences(doc)) {
        ReadQuotation read = documents.quotation(same);
        occurrences.add(new Occurrence(read.quotation(), read.article()));
      }
    }
    return occurrences;
  }

  private Optional<Passage> context(int doc, Quotation quotation) throws IOException {
    if (context.isEmpty()) {
      return Optional.empty();
    }
    String text = textOfArticle(doc, quotation);
    List<Span> sentences = Sentences.around(text, quotation.runs());
    Span own = new Span(sentences.getFirst().start(), sentences.getLast().end());
    Span place = Sentences.widen(text, own, context.getAsInt());
    return Optional.of(new Passage(place, place.in(text)));
  }

  /** {@return the text of the article that contains a quotation, by the quotation's document} */
  String textOfArticle(int doc, Quotation quotation) throws IOException {
    String text = documents.textOfArticle(doc);
    requireIn(text, quotation.runs());
    return text;
  }

  private Highlights highlights(int doc, ReadQuotation read) throws IOException {
    if (highlighted.isEmpty()) {
      return Highlights.NONE;
    }
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    Matches matches = highlighted.get().matches(leaf, doc - leaf.docBase);
    if (matches == null) {
      return Highlights.NONE;
    }
    Quotation quotation = read.quotation();
    List<Span> inQuotation = places(matches, IndexField.QUOTE, quotation::text);
    requireIn(quotation.text(), inQuotation);
    List<Span> inSentence =
        places(matches, IndexField.SENTENCE, () -> textOfSentences(doc, read.sentences()));
    List<Span> inArticle = new ArrayList<>(Highlighting.inArticle(inQuotation, quotation.runs()));
    if (!inSentence.isEmpty()) {
      inArticle.addAll(Highlighting.inArticle(inSentence, read.sentences()));
    }
    return new Highlights(inQuotation, Highlighting.merge(inArticle));
  }

  private String textOfSentences(int doc, List<Span> sentences) throws IOException {
    String text = documents.textOfArticle(doc);
    requireIn(text, sentences);
    return QuotationDocument.sentenceText(text, sentences);
  }

  private static void requireIn(String text, List<Span> spans) throws IOException {
    if (spans.stream().anyMatch(span -> span.end() > text.length())) {
      throw new CorruptIndexException(
          "spans " + spans + " are not in a text of length " + text.length(), "index");
    }
  }

  /** Reads a text that was indexed. */
  @FunctionalInterface
  private interface Text {
    String read() throws IOException;
  }

  /** {@return the places where the words or stems of a text match} */
  private List<Span> places(Matches matches, IndexField field, Text text) throws IOException {
    List<Span> spans = new ArrayList<>();
    if (snapshot.stamp().hasTerms()) {
      MatchesIterator places = matches.getMatches(field.terms());
      if (places != null) {
        // The index has positions only: the words of a text are its positions.
        List<Words.Word> words = WORDS.of(text.read());
        while (places.next()) {
          spans.add(
              span(
                  word(words, places.startPosition()).start(),
                  word(words, places.endPosition()).end()));
        }
      }
    } else {
      for (String form : List.of(field.field(), field.words())) {
        MatchesIterator places = matches.getMatches(form);
        while (places != null && places.next()) {
          spans.add(span(places.startOffset(), places.endOffset()));
        }
      }
    }
    return Highlighting.merge(spans);
  }

  private static Words.Word word(List<Words.Word> words, int position) throws IOException {
    if (position < 0 || position >= words.size()) {
      throw new CorruptIndexException(
          "there is no word " + position + " in a text of " + words.size(), "postings");
    }
    return words.get(position);
  }

  private static Span span(int start, int end) throws IOException {
    if (start < 0 || end <= start) {
      throw new CorruptIndexException("a match is at " + start + " to " + end, "postings");
    }
    return new Span(start, end);
  }
}
