package onrecord.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onrecord.model.Span;
import onrecord.query.Collocates;
import onrecord.query.Collocates.Collocate;
import onrecord.query.CollocatesRequest;
import onrecord.query.Collocation;
import onrecord.search.QueryPlaces.Marked;
import onrecord.search.Words.Word;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words that occur near the places of a query. Memory is needed for each distinct word
 * near or in a place. Not thread-safe.
 */
final class CollocateFinder {

  private static final double PRECISION = 1e9;

  private final CollocatesRequest request;
  private final Matches selection;
  private final Map<String, Counts> byWord = new HashMap<>();
  private long places;
  private long placeWords;
  private long windowWords;
  private long allWords;

  /** How often a word occurs. Not thread-safe. */
  private static final class Counts {
    private long inWindows;
    private long inPlaces;
    private long all;

    long outsidePlaces() {
      return all - inPlaces;
    }
  }

  CollocateFinder(CollocatesRequest request, Matches selection) {
    this.request = request;
    this.selection = selection;
  }

  Collocates find(QueryPlaces query) throws IOException {
    query.forEach((doc, marked) -> add(marked));
    FixedBitSet documents = selection.documents();
    WordPostings.forEach(
        selection.snapshot(),
        selection.time(),
        (word, postings) -> addAll(byWord.get(word), postings, documents));
    TopN<Collocate> best = best();
    return new Collocates(
        selection.scope().search().selection(),
        request,
        selection.size(),
        places,
        windowWords,
        allWords - placeWords,
        best.offered(),
        best.inOrder());
  }

  private TopN<Collocate> best() throws IOException {
    TopN<Collocate> best =
        new TopN<>(
            Comparator.comparingDouble((Collocate collocate) -> -measure(collocation(collocate)))
                .thenComparing(Collocate::word),
            request.limit());
    try {
      byWord.forEach((word, counts) -> offer(word, counts, best));
    } catch (IllegalArgumentException e) {
      throw new CorruptIndexException(
          "the words of the texts are not those of the index", "postings", e);
    }
    return best;
  }

  private void offer(String word, Counts counts, TopN<Collocate> best) {
    if (counts.inWindows >= request.minimum()) {
      Collocate collocate = new Collocate(word, counts.inWindows, counts.outsidePlaces());
      if (collocation(collocate).isAttracted()) {
        best.offer(collocate);
      }
    }
  }

  private void add(Marked marked) {
    List<Word> words = marked.words();
    FixedBitSet inPlaces = new FixedBitSet(Math.max(1, words.size()));
    FixedBitSet inWindows = new FixedBitSet(Math.max(1, words.size()));
    for (Span place : marked.places()) {
      inPlaces.set(place.start(), place.end());
      inWindows.set(
          Math.max(0, place.start() - request.window().left()),
          (int) Math.min(words.size(), (long) place.end() + request.window().right()));
    }
    inWindows.andNot(inPlaces);
    for (int i = 0; i < words.size(); i++) {
      if (inWindows.get(i)) {
        counts(words.get(i)).inWindows++;
      } else if (inPlaces.get(i)) {
        counts(words.get(i)).inPlaces++;
      }
    }
    places += marked.places().size();
    placeWords += inPlaces.cardinality();
    windowWords += inWindows.cardinality();
  }

  private Counts counts(Word word) {
    return byWord.computeIfAbsent(word.term(), term -> new Counts());
  }

  private void addAll(@Nullable Counts counts, PostingsEnum postings, FixedBitSet documents)
      throws IOException {
    long all = 0;
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      all += documents.get(doc) ? postings.freq() : 0;
    }
    allWords += all;
    if (counts != null) {
      counts.all += all;
    }
  }

  private Collocation collocation(Collocate collocate) {
    return new Collocation(
        collocate.count(), collocate.total(), windowWords, allWords - placeWords, places);
  }

  /** {@return the measure, rounded, so that errors of its computation do not order equal ones} */
  private double measure(Collocation collocation) {
    double value =
        switch (request.measure()) {
          case G2 -> collocation.g2();
          case LOG_RATIO -> collocation.logRatio().orElse(0);
          case LOG_DICE -> collocation.logDice();
          case COUNT -> collocation.count();
        };
    return Math.rint(value * PRECISION) / PRECISION;
  }
}
