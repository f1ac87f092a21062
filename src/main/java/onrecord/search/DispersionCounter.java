package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onrecord.query.CorpusParts;
import onrecord.query.Dimension;
import onrecord.query.Dispersion;
import onrecord.query.Dispersion.Part;
import onrecord.query.DispersionRequest;
import onrecord.query.InvalidSearchException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.search.DocIdSetIterator;

/** Counts the places of a query by the parts of some quotations. Not thread-safe. */
final class DispersionCounter {

  private final DispersionRequest request;
  private final Matches selection;
  private final int maxParts;
  private final Map<Integer, Counts> counts = new HashMap<>();

  /** The size of a part and the places in it. Not thread-safe. */
  private static final class Counts {
    private long words;
    private long places;
  }

  /** A part with its place in the order of time. */
  private record Placed(Part part, long place) {}

  DispersionCounter(DispersionRequest request, Matches selection, int maxParts) {
    this.request = request;
    this.selection = selection;
    this.maxParts = maxParts;
  }

  Dispersion count(QueryPlaces query) throws IOException {
    int[] places = new int[selection.snapshot().reader().maxDoc()];
    query.forEach((doc, marked) -> places[doc] = marked.places().size());
    TableValues values = values();
    count(values, places);
    List<Placed> parts = new ArrayList<>();
    for (Map.Entry<Integer, Counts> entry : counts.entrySet()) {
      Counts of = entry.getValue();
      if (of.places > of.words) {
        throw new CorruptIndexException(
            "there are " + of.places + " places in " + of.words + " words", "postings");
      }
      if (of.words > 0) {
        int value = entry.getKey();
        parts.add(
            new Placed(new Part(values.name(value), of.words, of.places), values.place(value)));
      }
    }
    parts.sort(order());
    return new Dispersion(
        selection.scope().search().selection(),
        request,
        selection.size(),
        parts.stream().map(Placed::part).toList());
  }

  private TableValues values() throws IOException {
    return switch (request.parts()) {
      case CorpusParts.Articles parts -> new ArticleParts(selection.snapshot());
      case CorpusParts.Values parts ->
          TableValues.of(new Dimension.Values(parts.facet(), Integer.MAX_VALUE), selection);
      case CorpusParts.Periods parts ->
          TableValues.of(new Dimension.Periods(parts.date(), parts.step()), selection);
    };
  }

  private Comparator<Placed> order() {
    return request.parts() instanceof CorpusParts.Periods
        ? Comparator.comparingLong(Placed::place)
        : Comparator.comparingLong((Placed placed) -> -placed.part().places())
            .thenComparing(placed -> placed.part().name());
  }

  private void count(TableValues values, int[] places) throws IOException {
    WordLengths lengths = WordLengths.of(selection.snapshot(), selection.time());
    try {
      selection.forEachSegment((part, docs) -> {
        FacetValues.Segment segment = values.segment(part.context());
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          selection.time().check();
          int global = part.context().docBase + doc;
          segment.visit(doc, value -> add(value, lengths.of(global), places[global]));
        }
      });
    } catch (IndexOutOfBoundsException e) {
      throw new CorruptIndexException("a value is not among those of its field", "doc values", e);
    }
  }

  private void add(int value, int words, int places) {
    Counts of = counts.computeIfAbsent(value, v -> new Counts());
    if (counts.size() > maxParts) {
      throw new InvalidSearchException(
          "a dispersion can have at most "
              + maxParts
              + " parts; request longer periods, another facet or fewer quotations");
    }
    of.words += words;
    of.places += places;
  }
}
