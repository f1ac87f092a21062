package onrecord.search;

import com.google.common.collect.Sets;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import onrecord.query.Hit;
import onrecord.query.Selection;
import onrecord.query.Variants;
import onrecord.query.Variants.Variant;
import onrecord.schema.IndexField;
import onrecord.schema.SameWords;
import onrecord.schema.Snapshot;
import onrecord.schema.Stamp;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Finds quotations with nearly the same words. Not thread-safe. */
final class VariantFinder {

  private static final Comparator<Variant> ORDER =
      Comparator.comparingDouble((Variant variant) -> -variant.similarity())
          .thenComparingDouble(variant -> -variant.contained())
          .thenComparing(variant -> variant.article().id())
          .thenComparing(variant -> variant.quotation().runs().getFirst())
          .thenComparing(variant -> variant.quotation().id());

  private static final Selection EVERYTHING =
      new Selection(onrecord.query.Query.all(), Map.of(), Selection.ALL_KINDS, false);

  private final Words words;
  private final Stamp stamp;
  private final IndexSearcher searcher;
  private final HitReader reader;
  private final WordField exact;

  VariantFinder(Words words, Snapshot snapshot) throws IOException {
    stamp = snapshot.stamp();
    stamp.requireField(IndexField.SAME_WORDS.field());
    this.words = words;
    this.searcher = snapshot.searcher();
    this.exact = WordField.exact(snapshot.stamp(), IndexField.QUOTE);
    this.reader = new HitReader(snapshot, Optional.empty());
  }

  /** Finds the variants of a quotation given by its id, if there is one. */
  Optional<Variants> find(String id, double minimum, int limit) throws IOException {
    ScoreDoc[] named =
        searcher.search(new TermQuery(new Term(IndexField.ID.field(), id)), 1).scoreDocs;
    if (named.length == 0) {
      return Optional.empty();
    }
    Hit original = reader.read(new ScoreDoc(named[0].doc, 0));
    List<Set<List<String>>> shingles = shingles(words.terms(original.quotation().text()));
    TopN<Variant> best = new TopN<>(ORDER, limit);
    for (int doc : candidates(shingles)) {
      if (doc != named[0].doc) {
        compare(shingles, reader.read(new ScoreDoc(doc, 0)))
            .filter(other -> Math.max(other.contained(), other.containing()) >= minimum)
            .ifPresent(best::offer);
      }
    }
    return Optional.of(
        new Variants(
            EVERYTHING, original, shingles.getLast().size(), best.offered(), best.inOrder()));
  }

  /**
   * {@return the shingles of a text of one word, of two, and so on up to {@link Variants#SHINGLE}}
   */
  private static List<Set<List<String>>> shingles(List<String> terms) {
    return IntStream.rangeClosed(1, Math.clamp(terms.size(), 1, Variants.SHINGLE))
        .mapToObj(size -> Words.shingles(terms, size))
        .toList();
  }

  private Optional<Variant> compare(List<Set<List<String>>> shingles, Hit other) {
    List<String> terms = words.terms(other.quotation().text());
    int size = Math.min(terms.size(), shingles.size());
    Set<List<String>> originals = shingles.get(size - 1);
    Set<List<String>> own = Words.shingles(terms, size);
    double shared = Sets.intersection(originals, own).size();
    return shared < Math.min(2, Math.min(originals.size(), own.size()))
        ? Optional.empty()
        : Optional.of(
            new Variant(
                other.quotation(),
                other.article(),
                shared / (own.size() + originals.size() - shared),
                shared / own.size(),
                shared / originals.size()));
  }

  /** {@return documents that share shingles, including all variants} */
  private Set<Integer> candidates(List<Set<List<String>>> shingles) throws IOException {
    Set<Integer> candidates = new HashSet<>();
    // A shingle may be the whole text of the other quotation.
    List<BytesRef> wholes =
        shingles.stream()
            .flatMap(Set::stream)
            .map(shingle -> SameWords.term(new BytesRef(SameWords.hash(shingle)), stamp))
            .toList();
    forEachFound(new TermInSetQuery(IndexField.SAME_WORDS.field(), wholes), candidates::add);
    int needed = Math.min(2, shingles.getLast().size());
    Map<Integer, int[]> shared = new HashMap<>();
    for (List<String> shingle : shingles.getLast()) {
      // A longer text may consist of one repeated word, and thus of one shingle.
      int weight = Set.copyOf(shingle).size() == 1 ? needed : 1;
      Query phrase = exact.phrase(shingle.stream().map(BytesRef::new).toList(), 0);
      forEachFound(phrase, doc -> shared.computeIfAbsent(doc, d -> new int[1])[0] += weight);
    }
    shared.forEach((doc, count) -> {
      if (count[0] >= needed) {
        candidates.add(doc);
      }
    });
    return candidates;
  }

  private void forEachFound(Query query, IntConsumer visitor) throws IOException {
    FacetsCollector found = searcher.search(query, new FacetsCollectorManager());
    for (MatchingDocs part : found.getMatchingDocs()) {
      DocIdSetIterator docs = part.bits().iterator();
      int base = part.context().docBase;
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        visitor.accept(base + doc);
      }
    }
  }
}
