package onrecord.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState.OrdRange;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues.MultiSortedSetDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.sandbox.facet.FacetFieldCollectorManager;
import org.apache.lucene.sandbox.facet.cutters.FacetCutter;
import org.apache.lucene.sandbox.facet.cutters.LeafFacetCutter;
import org.apache.lucene.sandbox.facet.iterators.ComparableSupplier;
import org.apache.lucene.sandbox.facet.iterators.OrdinalIterator;
import org.apache.lucene.sandbox.facet.iterators.TopnOrdinalIterator;
import org.apache.lucene.sandbox.facet.recorders.CountFacetRecorder;
import org.apache.lucene.sandbox.facet.utils.ComparableUtils;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.LongValues;

/** Counts facets by the collectors of Lucene's sandbox as hits are found. */
final class SandboxCounting {

  private SandboxCounting() {}

  /** Finds a page, and the most frequent values of facets. */
  static StockCounting.Found search(HandSearcher searcher, Query query, List<String> facets)
      throws IOException {
    Object[] both =
        searcher
            .searcher()
            .search(
                query,
                new MultiCollectorManager(
                    new TopScoreDocCollectorManager(HandSearcher.PAGE, null, Integer.MAX_VALUE),
                    new FacetFieldCollectorManager<>(
                        new Ordinals(searcher.state().getDocValues()), new CountFacetRecorder())));
    TopDocs page = (TopDocs) both[0];
    CountFacetRecorder counts = (CountFacetRecorder) both[1];
    for (String facet : facets) {
      if (names(searcher.state(), counts, facet).isEmpty() && page.totalHits.value() > 0) {
        throw new IllegalStateException(facet);
      }
    }
    return new StockCounting.Found(page, page.totalHits.value());
  }

  private static List<String> names(
      SortedSetDocValuesReaderState state, CountFacetRecorder counts, String facet)
      throws IOException {
    OrdRange range = state.getOrdRange(facet);
    OrdinalIterator all = counts.recordedOrds();
    OrdinalIterator ofFacet =
        () -> {
          int ordinal = all.nextOrd();
          while (ordinal != OrdinalIterator.NO_MORE_ORDS
              && (ordinal < range.start() || ordinal > range.end())) {
            ordinal = all.nextOrd();
          }
          return ordinal;
        };
    ComparableSupplier<ComparableUtils.ByCountComparable> byCount = ComparableUtils.byCount(counts);
    OrdinalIterator most = new TopnOrdinalIterator<>(ofFacet, byCount, HandSearcher.PAGE);
    List<String> names = new ArrayList<>();
    SortedSetDocValues values = state.getDocValues();
    for (int ordinal = most.nextOrd();
        ordinal != OrdinalIterator.NO_MORE_ORDS;
        ordinal = most.nextOrd()) {
      names.add(values.lookupOrd(ordinal).utf8ToString());
    }
    return names;
  }

  /** The ordinals of the values of all facets over all segments. Immutable. */
  private record Ordinals(SortedSetDocValues all) implements FacetCutter {
    @Override
    public LeafFacetCutter createLeafCutter(LeafReaderContext leaf) throws IOException {
      SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), "$facets");
      LongValues global =
          all instanceof MultiSortedSetDocValues multi
              ? multi.mapping.getGlobalOrds(leaf.ord)
              : LongValues.IDENTITY;
      return new LeafFacetCutter() {
        private int left;

        @Override
        public boolean advanceExact(int doc) throws IOException {
          boolean found = values.advanceExact(doc);
          left = found ? values.docValueCount() : 0;
          return found;
        }

        @Override
        public int nextOrd() throws IOException {
          return left-- > 0 ? (int) global.get(values.nextOrd()) : NO_MORE_ORDS;
        }
      };
    }
  }
}
