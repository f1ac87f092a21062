package onrecord;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.model.FieldType;
import onrecord.query.Form;
import onrecord.query.OwnField;
import onrecord.query.Target;
import onrecord.query.TextPattern;
import onrecord.query.TextPattern.Match;
import onrecord.query.TextPattern.Order;

/** Words to look for in {@link RandomArticles}. */
final class RandomPatterns {

  private static final List<String> NAMES =
      List.of(
          "QUILL",
          "boris",
          "quill ada",
          "board",
          "ink",
          "en",
          "the courier",
          "said",
          "Tax",
          "bo\u0301ris",
          "елкин");
  private static final List<String> EXPRESSIONS =
      List.of(
          "(bridge|vote)s?",
          "ел.а",
          "riv.*",
          "[a-c].+",
          "T(he|ax)",
          "\\d+",
          "caf[^x]s{0,1}",
          ".{3}",
          "x+");

  private final Random random;

  RandomPatterns(Random random) {
    this.random = random;
  }

  /** A pattern of words that can be looked for in a text or in a name. */
  TextPattern next(Target target) {
    TextPattern pattern = next();
    while (pattern instanceof TextPattern.Tokens && target.facet().isPresent()) {
      pattern = next();
    }
    return pattern;
  }

  TextPattern next() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> new TextPattern.Words(words(1 + random.nextInt(3)), some(Match.values()));
      case 3 -> new TextPattern.Phrase(words(1 + random.nextInt(3)), 0);
      // Lucene takes the same word twice in a loose phrase as it likes.
      case 4 -> new TextPattern.Phrase(differentWords(2 + random.nextInt(2)), random.nextInt(5));
      case 5 ->
          new TextPattern.Near(
              words(1 + random.nextInt(3)), random.nextInt(4), some(Order.values()));
      case 6 -> new TextPattern.Wildcard(wildcard(word()));
      case 7 -> new TextPattern.Tokens(new RandomTokens(random, this::value).next(3));
      case 8 -> new TextPattern.Fuzzy(misspelt(word()), 1 + random.nextInt(2));
      default -> new TextPattern.Regex(some(EXPRESSIONS));
    };
  }

  private String value() {
    return random.nextInt(4) == 0 ? some(EXPRESSIONS) : word();
  }

  /** A form in which the words of a pattern can be compared. */
  Form form(TextPattern pattern) {
    return some(Stream.of(Form.values()).filter(form -> form.allows(pattern)).toList());
  }

  private String wildcard(String word) {
    int at = random.nextInt(word.length());
    return switch (random.nextInt(4)) {
      case 0 -> word.substring(0, at) + "*";
      case 1 -> "*" + word.substring(at);
      case 2 -> word.substring(0, at) + "?" + word.substring(at + 1);
      default -> word.substring(0, at) + "?*";
    };
  }

  private String misspelt(String word) {
    StringBuilder letters = new StringBuilder(word);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(letters.length());
      switch (random.nextInt(4)) {
        case 0 -> letters.insert(at, 'k');
        case 1 -> letters.setCharAt(at, 'e');
        case 2 -> letters.append(letters.charAt(at)).deleteCharAt(at);
        default -> letters.replace(at, at + 1, letters.length() > 1 ? "" : "a");
      }
    }
    return letters.chars().anyMatch(Character::isLetterOrDigit) ? letters.toString() : "a";
  }

  private String words(int count) {
    if (random.nextInt(4) == 0) {
      return NAMES.get(random.nextInt(NAMES.size()));
    }
    return String.join(" ", IntStream.range(0, count).mapToObj(i -> word()).toList());
  }

  private String differentWords(int count) {
    List<List<String>> groups = new ArrayList<>(RandomArticles.WORDS);
    Collections.shuffle(groups, random);
    return String.join(
        " ",
        groups.stream()
            .limit(count)
            .map(group -> group.get(random.nextInt(group.size())))
            .toList());
  }

  private String word() {
    List<String> group = RandomArticles.WORDS.get(random.nextInt(RandomArticles.WORDS.size()));
    return group.get(random.nextInt(group.size()));
  }

  private <T> T some(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T some(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** The form, or another one where fields of the owner do not have it. */
  static Form available(Target target, Form form) {
    return target instanceof OwnField field
            && RandomFields.TYPES.get(field) != FieldType.TEXT
            && form == Form.CASE
        ? Form.EXACT
        : form;
  }
}
