package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import onrecord.query.WordList;
import onrecord.query.WordList.Entry;
import onrecord.query.WordListRequest;
import onrecord.schema.IndexField;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Lists the most frequent words, or sequences of words, of quotations. Not thread-safe. */
final class WordLister {

  private static final Comparator<Entry> ORDER =
      Comparator.comparingLong((Entry entry) -> -entry.count()).thenComparing(Entry::text);

  private final Words words;
  private final WordListRequest request;
  private final Matches matches;
  private final TopN<Entry> best;
  private final List<String> vocabulary = new ArrayList<>();
  private long total;

  WordLister(Words words, WordListRequest request, Matches matches) {
    this.words = words;
    this.request = request;
    this.matches = matches;
    this.best = new TopN<>(ORDER, request.limit());
  }

  WordList list() throws IOException {
    countWords();
    if (request.size() > 1) {
      countSequences();
    }
    return new WordList(
        matches.scope().search().selection(),
        request,
        matches.size(),
        total,
        best.offered(),
        best.inOrder());
  }

  /** Counts words in the index; those that are frequent enough are the parts of sequences. */
  private void countWords() throws IOException {
    FixedBitSet documents = matches.documents();
    ArticleEnds articles = new ArticleEnds(matches.snapshot());
    Set<String> excluded =
        request.excluded().stream()
            .flatMap(word -> words.terms(word).stream())
            .collect(Collectors.toSet());
    WordPostings.forEach(
        matches.snapshot(),
        matches.time(),
        (word, postings) -> {
          Entry entry = entry(word, postings, documents, articles);
          total += entry.count();
          if (entry.count() < request.minimum() || excluded.contains(word)) {
            return;
          }
          if (request.size() == 1) {
            best.offer(entry);
          } else {
            vocabulary.add(word);
          }
        });
  }

  private static Entry entry(
      String word, PostingsEnum postings, FixedBitSet documents, ArticleEnds articles)
      throws IOException {
    long count = 0;
    long quotations = 0;
    long inArticles = 0;
    int last = -1;
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      if (documents.get(doc)) {
        count += postings.freq();
        quotations++;
        int article = articles.of(doc);
        inArticles += article == last ? 0 : 1;
        last = article;
      }
    }
    return new Entry(word, count, quotations, inArticles);
  }

  private void countSequences() throws IOException {
    Map<String, Integer> numbers = new HashMap<>();
    vocabulary.forEach(word -> numbers.put(word, numbers.size()));
    SequenceCounts counts = new SequenceCounts(request.size(), WordList.MAX_DISTINCT);
    ArticleEnds articles = new ArticleEnds(matches.snapshot());
    matches.forEachSegment((segment, docs) -> {
      StoredText texts = new StoredText(matches.snapshot(), IndexField.QUOTE, segment.context());
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        matches.time().check();
        @Nullable String text = texts.read(doc);
        if (text != null) {
          int[] numbered =
              words.of(text).stream()
                  .mapToInt(word -> numbers.getOrDefault(word.term(), -1))
                  .toArray();
          int global = segment.context().docBase + doc;
          counts.add(numbered, global, articles.of(global));
        }
      }
    });
    for (int sequence = 0; sequence < counts.distinct(); sequence++) {
      if (counts.count(sequence) >= request.minimum()) {
        best.offer(entry(counts, sequence));
      }
    }
  }

  private Entry entry(SequenceCounts counts, int sequence) {
    return new Entry(
        Arrays.stream(counts.words(sequence))
            .mapToObj(vocabulary::get)
            .collect(Collectors.joining(" ")),
        counts.count(sequence),
        counts.quotations(sequence),
        counts.articles(sequence));
  }
}
