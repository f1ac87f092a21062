package onrecord.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import onrecord.query.Form;
import onrecord.query.InvalidSearchException;
import onrecord.query.TextPattern;
import onrecord.query.TextPattern.Match;
import onrecord.query.TextPattern.Order;
import onrecord.schema.IndexField;
import onrecord.search.Words.Word;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;

/**
 * Words of a text that is not indexed, or words in their case, as a pattern has them. The time that
 * is needed grows linearly with the text, or a little more.
 *
 * @param pattern the pattern
 * @param form how words are compared
 * @param accepted the words, or the stems, that a pattern for a single word accepts
 * @param stem the stem of which a word need not be accepted, if there is one
 */
record StoredWords(
    TextPattern pattern, Form form, CharacterRunAutomaton accepted, Optional<String> stem)
    implements Writing {

  private static final Words SPLITTER = new Words();

  /**
   * {@return the words of a pattern that consists of whole words}
   *
   * @throws InvalidSearchException if there is no word, or a phrase has wildcards
   */
  static StoredWords of(TextPattern pattern, Form form) {
    StoredWords words =
        new StoredWords(
            pattern, form, new CharacterRunAutomaton(Automata.makeEmpty()), Optional.empty());
    if (words.searched().isEmpty()) {
      throw new InvalidSearchException("expected a word to search for, but was " + pattern);
    }
    if (pattern instanceof TextPattern.Phrase phrase && PhrasePatterns.isIn(phrase.text())) {
      throw new InvalidSearchException(
          "a phrase must not contain wildcards here, but was '" + phrase.text() + "'");
    }
    return words;
  }

  /**
   * {@return the words that an automaton accepts, or whose stem it accepts}
   *
   * @param accepted a deterministic automaton
   * @param core a word that the pattern must find in all its forms
   */
  static StoredWords of(TextPattern pattern, Form form, Automaton accepted, Optional<String> core) {
    return new StoredWords(
        pattern,
        form,
        new CharacterRunAutomaton(accepted),
        core.map(StoredWords::stems)
            .filter(stems -> form == Form.STEM && stems.size() == 1)
            .map(List::getFirst));
  }

  private List<String> searched() {
    return switch (pattern) {
      case TextPattern.Words p -> terms(p.text());
      case TextPattern.Phrase p -> terms(p.text());
      case TextPattern.Near p -> terms(p.text());
      default -> List.of();
    };
  }

  private List<String> terms(String text) {
    return terms(text, SPLITTER.of(text));
  }

  private List<String> terms(String text, List<Word> words) {
    return switch (form) {
      case STEM -> stems(text);
      case EXACT -> words.stream().map(Word::term).toList();
      case CASE ->
          words.stream()
              .map(word -> Writing.normal(text.substring(word.start(), word.end())))
              .toList();
    };
  }

  private static List<String> stems(String text) {
    return Patterns.analyzed(IndexField.QUOTE.field(), text).stream()
        .map(BytesRef::utf8ToString)
        .toList();
  }

  @Override
  public List<Place> in(String text, List<Word> all) {
    List<String> there = terms(text, all);
    return switch (pattern) {
      case TextPattern.Words p -> words(p, there);
      case TextPattern.Phrase p -> phrase(p, there);
      case TextPattern.Near p -> near(p, there);
      default -> single(all, there);
    };
  }

  private List<Place> single(List<Word> all, List<String> there) {
    return at(
        there.size(),
        i ->
            accepted.run(all.get(i).term())
                || (form == Form.STEM
                    && (accepted.run(there.get(i)) || stem.equals(Optional.of(there.get(i))))));
  }

  private static List<Place> at(int size, IntPredicate matches) {
    return IntStream.range(0, size).filter(matches).mapToObj(i -> new Place(i, i)).toList();
  }

  private List<Place> words(TextPattern.Words words, List<String> there) {
    Set<String> searched = new HashSet<>(searched());
    boolean isMissing = words.match() == Match.ALL && !new HashSet<>(there).containsAll(searched);
    return isMissing ? List.of() : at(there.size(), i -> searched.contains(there.get(i)));
  }

  private List<Place> phrase(TextPattern.Phrase phrase, List<String> there) {
    List<String> searched = searched();
    if (phrase.slop() > 0 && searched.size() > 1) {
      return Set.copyOf(searched).size() < searched.size()
          ? inOrder(searched, phrase.slop(), there)
          : moved(searched, phrase.slop(), there);
    }
    return IntStream.rangeClosed(0, there.size() - searched.size())
        .filter(i -> there.subList(i, i + searched.size()).equals(searched))
        .mapToObj(i -> new Place(i, i + searched.size() - 1))
        .toList();
  }

  private List<Place> near(TextPattern.Near near, List<String> there) {
    List<String> searched = searched();
    return near.order() == Order.GIVEN
        ? inOrder(searched, near.within(), there)
        : inAnyOrder(searched, near.within(), there);
  }

  /** {@return the places of words in their order, with at most some others between them} */
  private static List<Place> inOrder(List<String> searched, int others, List<String> there) {
    // The latest place at which the first words can begin, for each number of first words.
    int[] begins = new int[searched.size()];
    Arrays.fill(begins, -1);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < there.size(); i++) {
      for (int word = searched.size() - 1; word >= 0; word--) {
        if (searched.get(word).equals(there.get(i))) {
          begins[word] = word == 0 ? i : begins[word - 1];
        }
      }
      int begin = begins[searched.size() - 1];
      if (searched.getLast().equals(there.get(i))
          && begin >= 0
          && i - begin + 1 - searched.size() <= others) {
        places.add(new Place(begin, i));
      }
    }
    return places;
  }

  /** {@return the places of words in any order, with at most some others between them} */
  private static List<Place> inAnyOrder(List<String> searched, int others, List<String> there) {
    Map<String, Integer> missing = new HashMap<>();
    searched.forEach(word -> missing.merge(word, 1, Integer::sum));
    int left = searched.size();
    int begin = 0;
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < there.size(); i++) {
      Integer count = missing.get(there.get(i));
      if (count == null) {
        continue;
      }
      missing.put(there.get(i), count - 1);
      left -= count > 0 ? 1 : 0;
      while (left == 0) {
        Integer first = missing.get(there.get(begin));
        if (first != null && first == 0) {
          if (i - begin + 1 - searched.size() <= others) {
            places.add(new Place(begin, i));
          }
          left++;
        }
        if (first != null) {
          missing.put(there.get(begin), first + 1);
        }
        begin++;
      }
    }
    return places;
  }

  /** {@return the places of different words that are moved by at most a distance} */
  private static List<Place> moved(List<String> searched, int slop, List<String> there) {
    Map<String, Integer> numbers = new HashMap<>();
    searched.forEach(word -> numbers.put(word, numbers.size()));
    List<int[]> shifts = new ArrayList<>();
    for (int i = 0; i < there.size(); i++) {
      Integer number = numbers.get(there.get(i));
      if (number != null) {
        shifts.add(new int[] {i - number, number, i});
      }
    }
    shifts.sort((a, b) -> Integer.compare(a[0], b[0]));
    List<Place> places = new ArrayList<>();
    int[] counts = new int[searched.size()];
    int left = counts.length;
    int begin = 0;
    for (int end = 0; end < shifts.size(); end++) {
      left -= counts[shifts.get(end)[1]]++ == 0 ? 1 : 0;
      while (left == 0) {
        if (shifts.get(end)[0] - shifts.get(begin)[0] <= slop) {
          places.add(place(shifts.subList(begin, end + 1)));
        }
        left += --counts[shifts.get(begin++)[1]] == 0 ? 1 : 0;
      }
    }
    return places;
  }

  private static Place place(List<int[]> shifts) {
    return new Place(
        shifts.stream().mapToInt(shift -> shift[2]).min().orElseThrow(),
        shifts.stream().mapToInt(shift -> shift[2]).max().orElseThrow());
  }
}
