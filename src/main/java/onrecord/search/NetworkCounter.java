package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onrecord.query.Network;
import onrecord.schema.IndexField;
import onrecord.schema.LabelOrdinals;
import onrecord.schema.Schema;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;

/** Counts who speaks about whom. Not thread-safe. */
final class NetworkCounter {

  private static final BytesRef UNKNOWN = new BytesRef(Schema.UNKNOWN);

  private final Matches matches;
  private final LabelOrdinals speakers;
  private final LabelOrdinals abouts;
  private final Map<Pair, long[]> pairs = new HashMap<>();
  private long linked;
  private long unattributed;
  private long namingNobody;

  /** The ordinals of two names, which are in the order of the names. */
  private record Pair(int speaker, int about) {}

  NetworkCounter(Matches matches) throws IOException {
    this.matches = matches;
    this.speakers = matches.snapshot().ordinals(IndexField.SPEAKER);
    this.abouts = matches.snapshot().ordinals(IndexField.ABOUT);
  }

  /** {@return the network of the matches, with at most {@code limit} edges} */
  Network count(int limit) throws IOException {
    matches.forEachSegment(this::count);
    TopN<Map.Entry<Pair, long[]>> most =
        new TopN<>(
            Comparator.<Map.Entry<Pair, long[]>>comparingLong(e -> -e.getValue()[0])
                .thenComparingInt(e -> e.getKey().speaker())
                .thenComparingInt(e -> e.getKey().about()),
            limit);
    pairs.entrySet().forEach(most::offer);
    LabelOrdinals.Names speakerNames = speakers.names();
    LabelOrdinals.Names aboutNames = abouts.names();
    List<Network.Edge> edges = new ArrayList<>();
    for (Map.Entry<Pair, long[]> pair : most.inOrder()) {
      edges.add(
          new Network.Edge(
              speakerNames.name(pair.getKey().speaker()),
              aboutNames.name(pair.getKey().about()),
              pair.getValue()[0]));
    }
    return new Network(
        matches.scope().search().selection(),
        matches.size(),
        linked,
        unattributed,
        namingNobody,
        pairs.size(),
        edges);
  }

  private void count(MatchingDocs segment, DocIdSetIterator docs) throws IOException {
    SortedSetDocValues speaker = speakers.values(segment.context());
    SortedSetDocValues about = abouts.values(segment.context());
    LongValues speakerOrdinals = speakers.globalNumbers(segment.context());
    LongValues aboutOrdinals = abouts.globalNumbers(segment.context());
    long unknownSpeaker = speaker.lookupTerm(UNKNOWN);
    long nobody = about.lookupTerm(UNKNOWN);
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      boolean attributed = speaker.advanceExact(doc);
      long who = attributed ? speaker.nextOrd() : unknownSpeaker;
      boolean naming = about.advanceExact(doc);
      long whom = naming ? about.nextOrd() : nobody;
      if (!naming || whom == nobody) {
        namingNobody++;
      } else if (!attributed || who == unknownSpeaker) {
        unattributed++;
      } else {
        linked++;
        int from = (int) speakerOrdinals.get(who);
        Set<Pair> named = new HashSet<>();
        for (int i = about.docValueCount(); i > 0; i--) {
          named.add(new Pair(from, (int) aboutOrdinals.get(whom)));
          whom = i > 1 ? about.nextOrd() : whom;
        }
        named.forEach(this::count);
      }
    }
  }

  private void count(Pair pair) {
    pairs.computeIfAbsent(pair, p -> new long[1])[0]++;
  }
}
