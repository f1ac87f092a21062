package onrecord.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onrecord.query.Hit;
import onrecord.query.Variants;
import onrecord.query.Variants.Variant;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Finds quotations with nearly the same words. Not thread-safe. */
final class VariantFinder {

  private static final Comparator<Variant> ORDER =
      Comparator.comparingDouble((Variant variant) -> -variant.similarity())
          .thenComparingDouble(variant -> -variant.contained())
          .thenComparing(variant -> variant.article().id())
          .thenComparing(variant -> variant.quotation().runs().getFirst())
          .thenComparing(variant -> variant.quotation().id());

  private final Words words;
  private final IndexSearcher searcher;
  private final HitReader reader;

  VariantFinder(Words words, Snapshot snapshot) throws IOException {
    this.words = words;
    this.searcher = snapshot.searcher();
    this.reader = new HitReader(snapshot, Optional.empty());
  }

  /** Finds the variants of a quotation given by its id, if there is one. */
  Optional<Variants> find(String id, double minimum, int limit) throws IOException {
    ScoreDoc[] named = searcher.search(new TermQuery(new Term(Schema.ID, id)), 1).scoreDocs;
    if (named.length == 0) {
      return Optional.empty();
    }
    Hit original = reader.read(new ScoreDoc(named[0].doc, 0));
    List<String> terms = words.terms(original.quotation().text());
    int size = Math.clamp(terms.size(), 1, Variants.SHINGLE);
    Set<List<String>> shingles = Words.shingles(terms, size);
    Best<Variant> best = new Best<>(ORDER, limit);
    for (Map.Entry<Integer, int[]> other : sharing(shingles).entrySet()) {
      int shared = other.getValue()[0];
      if (other.getKey() != named[0].doc && shared >= Math.min(2, shingles.size())) {
        Hit hit = reader.read(new ScoreDoc(other.getKey(), 0));
        Set<List<String>> own = Words.shingles(words.terms(hit.quotation().text()), size);
        double contained = (double) shared / own.size();
        double containing = (double) shared / shingles.size();
        if (Math.max(contained, containing) >= minimum) {
          double similarity = (double) shared / (own.size() + shingles.size() - shared);
          best.offer(
              new Variant(hit.quotation(), hit.article(), similarity, contained, containing));
        }
      }
    }
    return Optional.of(new Variants(original, shingles.size(), best.offered(), best.inOrder()));
  }

  /** {@return how many of the shingles each document has that has one} */
  private Map<Integer, int[]> sharing(Set<List<String>> shingles) throws IOException {
    Map<Integer, int[]> shared = new HashMap<>();
    for (List<String> shingle : shingles) {
      PhraseQuery phrase = new PhraseQuery(Schema.QUOTE_EXACT, shingle.toArray(String[]::new));
      FacetsCollector found = searcher.search(phrase, new FacetsCollectorManager());
      for (MatchingDocs part : found.getMatchingDocs()) {
        DocIdSetIterator docs = part.bits().iterator();
        int base = part.context().docBase;
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          shared.computeIfAbsent(base + doc, d -> new int[1])[0]++;
        }
      }
    }
    return shared;
  }
}
