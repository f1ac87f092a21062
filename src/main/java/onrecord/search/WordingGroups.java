package onrecord.search;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import onrecord.query.Variants;
import onrecord.schema.IndexField;
import onrecord.schema.SegmentDocuments;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;

/**
 * The quotations found, grouped by wordings. Memory is needed for each quotation and for the words
 * of each group with exactly the same words. Not thread-safe.
 */
final class WordingGroups {

  private static final HashFunction HASH = Hashing.murmur3_128();

  private final Matches matches;
  private final Words words;
  private final Chronology order;
  private final Map<BytesRef, Integer> sameWords = new HashMap<>();
  private final List<long[]> shingles = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private final int[] docs;
  private final int[] articles;
  private final int[] same;
  private final int[] groups;
  private int size;

  private WordingGroups(Matches matches, Words words) {
    matches.snapshot().stamp().requireField(IndexField.SAME_WORDS.field());
    this.matches = matches;
    this.words = words;
    this.order = new Chronology(matches.snapshot());
    int quotations = Math.toIntExact(matches.size());
    this.docs = new int[quotations];
    this.articles = new int[quotations];
    this.same = new int[quotations];
    this.groups = new int[quotations];
  }

  /** A group, whose quotations are counted. */
  static final class Group {
    private final int number;
    private int first;
    private int words;
    private int quotations;
    private int articles;
    private int article = -1;

    private Group(int number, int first, int words) {
      this.number = number;
      this.first = first;
      this.words = words;
    }

    /** Adds a quotation; all those of an article are added before those of the next. */
    private void add(int ofArticle) {
      quotations++;
      if (article != ofArticle) {
        article = ofArticle;
        articles++;
      }
    }

    /** {@return the document of its earliest quotation} */
    int first() {
      return first;
    }

    /** {@return the number of words of its earliest quotation} */
    int words() {
      return words;
    }

    int quotations() {
      return quotations;
    }

    int articles() {
      return articles;
    }
  }

  /** {@return quotations grouped by wordings of at least a similarity} */
  static WordingGroups of(Matches matches, Words words, double similarity) throws IOException {
    WordingGroups wordings = new WordingGroups(matches, words);
    matches.forEachSegment(wordings::read);
    int[] components =
        new NearDuplicates(wordings.shingles, similarity, matches.time()).components();
    for (int i = 0; i < wordings.size; i++) {
      wordings.groups[i] = components[wordings.same[i]];
    }
    return wordings;
  }

  private void read(MatchingDocs segment, DocIdSetIterator found) throws IOException {
    int base = segment.context().docBase;
    BitSet ends = matches.snapshot().articles(segment.context());
    BinaryDocValues hashes =
        DocValues.getBinary(segment.context().reader(), IndexField.SAME_WORDS.field());
    SegmentDocuments documents =
        new SegmentDocuments(segment.context().reader(), matches.snapshot().stamp());
    for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
      matches.time().check();
      docs[size] = base + doc;
      int article = ends.nextSetBit(doc);
      articles[size] = base + article;
      same[size] =
          hashes.advanceExact(doc)
              ? group(hashes.binaryValue(), new Place(documents, doc, article))
              : group();
      size++;
    }
  }

  /** {@return the number of the group of a quotation without a hash, which is alone in it} */
  private int group() {
    shingles.add(new long[0]);
    lengths.add(0);
    return shingles.size() - 1;
  }

  /** Where a quotation is read. */
  private record Place(SegmentDocuments documents, int doc, int article) {
    String text() throws IOException {
      return documents.quotation(doc, article).quotation().text();
    }
  }

  private int group(BytesRef hash, Place place) throws IOException {
    Integer known = sameWords.get(hash);
    if (known != null) {
      return known;
    }
    int group = shingles.size();
    sameWords.put(BytesRef.deepCopyOf(hash), group);
    List<String> terms = words.terms(place.text());
    shingles.add(shingles(terms));
    lengths.add(terms.size());
    return group;
  }

  private static long[] shingles(List<String> terms) {
    return NearDuplicates.set(
        Words.shingles(terms, Variants.SHINGLE).stream().mapToLong(WordingGroups::hash));
  }

  private static long hash(List<String> shingle) {
    Hasher hasher = HASH.newHasher();
    shingle.forEach(word -> hasher.putUnencodedChars(word).putChar(' '));
    return hasher.hash().asLong();
  }

  /** {@return all groups} */
  List<Group> all() throws IOException {
    Map<Integer, Group> all = new HashMap<>();
    for (int i = 0; i < size; i++) {
      matches.time().check();
      Group group = all.get(groups[i]);
      if (group == null) {
        group = new Group(groups[i], docs[i], lengths.get(same[i]));
        all.put(groups[i], group);
      }
      group.add(articles[i]);
      if (docs[i] != group.first && order.isBefore(docs[i], group.first)) {
        group.first = docs[i];
        group.words = lengths.get(same[i]);
      }
    }
    return List.copyOf(all.values());
  }

  /** {@return the documents of the quotations of each of several groups} */
  Map<Group, List<Integer>> documents(List<Group> chosen) {
    Map<Integer, Group> byNumber = new HashMap<>();
    Map<Group, List<Integer>> documents = new HashMap<>();
    for (Group group : chosen) {
      byNumber.put(group.number, group);
    }
    for (int i = 0; i < size; i++) {
      Group group = byNumber.get(groups[i]);
      if (group != null) {
        documents.computeIfAbsent(group, g -> new ArrayList<>()).add(docs[i]);
      }
    }
    return documents;
  }

  /** {@return whether a group contains a document, which is that of a quotation found} */
  Predicate<Group> containing(int doc) {
    int index = 0;
    while (docs[index] != doc) {
      index++;
    }
    int number = groups[index];
    return group -> group.number == number;
  }
}
