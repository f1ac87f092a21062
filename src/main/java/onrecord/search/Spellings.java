package onrecord.search;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.model.SpeakerType;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import onrecord.schema.WordMark;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Decides which words of a query are compared as they are written, although others are compared by
 * their stems: those that are part of the name of a person who is quoted, such as "Manning", and
 * those that are no inflected form of their stem, such as "Thor" and "American". Their own plural
 * and possessive still count. Not thread-safe.
 */
final class Spellings {

  // A number of four or more digits, with or without commas between the thousands.
  private static final Pattern LONG_NUMBER =
      Pattern.compile("([0-9]{4,}|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]+)?");
  private static final Pattern BETWEEN_THOUSANDS =
      Pattern.compile("(?<=[0-9])(?=([0-9]{3})+(?![0-9]))");

  private final Snapshot snapshot;

  Spellings(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * {@return the words of a query, each as its stem or as the spellings that it is searched by}
   *
   * @param words the words as they are written, without case and accents
   * @param stems their stems
   */
  List<BytesRef> of(List<BytesRef> words, List<BytesRef> stems) {
    List<BytesRef> spellings = new ArrayList<>();
    for (int i = 0; i < stems.size(); i++) {
      String word = words.get(i).utf8ToString();
      String stem = stems.get(i).utf8ToString();
      boolean isForm = Inflection.isOf(word, stem);
      String bare = Inflection.withoutPossessive(word);
      if (LONG_NUMBER.matcher(word).matches()) {
        spellings.add(marked(Stream.of(ungrouped(word), grouped(ungrouped(word)))));
      } else if (word.equals(stem) || bare.equals(stem) || (isForm && !isName(bare))) {
        spellings.add(stems.get(i));
      } else {
        spellings.add(spellings(bare, !isForm && !bare.endsWith("s")));
      }
    }
    return spellings;
  }

  private static String ungrouped(String number) {
    return number.replace(",", "");
  }

  private static String grouped(String number) {
    int point = number.indexOf('.') < 0 ? number.length() : number.indexOf('.');
    return BETWEEN_THOUSANDS.matcher(number.substring(0, point)).replaceAll(",")
        + number.substring(point);
  }

  private static BytesRef marked(Stream<String> words) {
    return new BytesRef(words.map(word -> WordMark.WORD.mark() + word).collect(joining()));
  }

  private static BytesRef spellings(String word, boolean hasPlural) {
    char mark = WordMark.WORD.mark();
    String all = mark + word + mark + word + "'s";
    return new BytesRef(hasPlural ? all + mark + word + "s" : all);
  }

  private boolean isName(String word) {
    BooleanQuery named =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(IndexField.SPEAKER.words(), word)), Occur.FILTER)
            .add(
                new TermQuery(new Term(IndexField.SPEAKER_TYPE.field(), SpeakerType.PERSON.name())),
                Occur.FILTER)
            .build();
    try {
      return snapshot.searcher().search(named, 1).scoreDocs.length > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
