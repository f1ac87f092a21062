package onrecord.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.text.Abbreviations;
import onrecord.text.WordList;

/**
 * Small articles made of English sentence shapes and the word lists of the extractor: one for each
 * entry of a list, with the entry in a few places where its section matters. They are nobody's
 * texts, always the same, and mean little.
 */
final class SentenceShapes {

  private static final LocalDate PUBLISHED = LocalDate.of(2024, 3, 13);

  private SentenceShapes() {}

  /** Hands out the articles, in order. */
  static void forEach(Consumer<Article> articles) {
    for (String list : List.of("verbs", "words", "given-names", "calendar", "grammar")) {
      for (WordList.Entry entry : WordList.load(Lexicon.class, "en/" + list + ".txt").words()) {
        articles.accept(article(list, entry, text(list, entry)));
      }
    }
    for (String list : List.of("offices", "cue-phrases")) {
      for (WordList.Line line : WordList.load(Lexicon.class, "en/" + list + ".txt").lines()) {
        String text = list.equals("offices") ? ofOffices(line) : ofPhrase(line.text());
        articles.accept(article(list, new WordList.Entry(line.text(), line), text));
      }
    }
    for (WordList.Entry entry :
        WordList.load(Abbreviations.class, "en/abbreviations.txt").words()) {
      articles.accept(article("abbreviations", entry, ofAbbreviation(entry.text())));
    }
  }

  private static Article article(String list, WordList.Entry entry, String text) {
    return Article.builder(list + "-" + entry.section() + "-" + entry.text(), text)
        .published(Published.on(PUBLISHED))
        .authors(List.of("Ida Author"))
        .build();
  }

  private static String text(String list, WordList.Entry entry) {
    if (list.equals("verbs")) {
      return ofVerb(VerbForms.parse(entry.text()));
    }
    String word = entry.text();
    String name = capitalized(word);
    return switch (entry.section()) {
      case "given-male", "given-female", "given" ->
          "%s Holm said the dam was low. \"It leaks,\" she said. \"It held,\" he added."
              .formatted(name);
      case "title", "honorific", "male", "female" ->
          "%1$s Holm said the dam was \"low.\" The %2$s told Vane: \"It leaks.\" \"No,\" she said."
              .formatted(name, word);
      case "role", "group", "body", "document", "remark", "noun-too", "work", "speechless" ->
          """
          A %1$s said the dam was low. The %1$s added: "It leaks."

          Mara Holm's %1$s that the dam was "low" was read. The %1$s "Low Water" was shown.

          Lind Vane, a %1$s from Oxby, said so. "It held," said the %1$s. She left.\
          """
              .formatted(word);
      case "organization", "nationality", "place", "particle", "suffix" ->
          "The Oxby %1$s said it leaks. Mara %2$s Holm, of %1$s, agreed: \"It is low.\""
              .formatted(name, word);
      case "weekday", "month", "yesterday", "today", "tomorrow" ->
          "Holm said on %1$s that it leaks. Vane said %2$s 7 it held. \"No,\" she said last %1$s."
              .formatted(name, word);
      default ->
          """
          Holm %1$s said the dam was "low %1$s" and Vane %1$s it held. "It leaks," %1$s said.

          %2$s Holm left, Vane said that %1$s they told him "to stay" %1$s the dam.\
          """
              .formatted(word, name);
    };
  }

  private static String ofVerb(VerbForms verb) {
    List<String> sentences = new ArrayList<>();
    for (String past : verb.past()) {
      sentences.add("\"The dam is low,\" Mara Holm %s on Sunday.".formatted(past));
      sentences.add("\"It leaks,\" %s Vane.".formatted(past));
      sentences.add("Holm %s that the dam was low.\n\n".formatted(past));
      sentences.add("The dam, Holm %s, was \"too low.\"".formatted(past));
      sentences.add("Vane %s it \"a wall\" of mud.".formatted(past));
    }
    for (String third : verb.third()) {
      sentences.add("Who %1$s? She %1$s it is late. The board %1$s \"it held.\"".formatted(third));
    }
    for (String participle : verb.participle()) {
      sentences.add(
          "A wall %1$s \"Old Ned\" was %1$s by Lind Vane as \"low.\"".formatted(participle));
    }
    for (String ing : verb.ing()) {
      sentences.add("Vane left, %s that it was \"late.\"\n\n".formatted(ing));
    }
    sentences.add(
        "They %1$s the dam. To %1$s \"low,\" Holm had to %1$s it.".formatted(verb.base()));
    return String.join(" ", sentences);
  }

  private static String ofOffices(WordList.Line line) {
    List<String> sentences = new ArrayList<>();
    Stream.concat(Stream.of(line.section()), line.words().stream())
        .forEach(office -> {
          sentences.add("Mara Holm, the %s, met Lind Vane, a clerk.".formatted(office));
          sentences.add("\"It leaks,\" the %s said.\n\n".formatted(line.section()));
        });
    return String.join(" ", sentences);
  }

  private static String ofPhrase(String phrase) {
    return """
    %2$s Mara Holm, the dam is low. "It leaks," %1$s Vane. It held, %1$s the board, on Sunday.

    "It is late," as Holm %1$s. A wall %1$s "Old Ned" fell, and Vane %1$s "so."
    """
        .formatted(phrase, capitalized(phrase));
  }

  private static String ofAbbreviation(String word) {
    return """
    Mara Holm said the dam by Vane %2$s. Mr. Lind owned was "too low to help" in the end.

    Holm met %1$s. Vane left at %2$s. 7 and said it leaks. "It held," said %2$s. Lind.\
    """
        .formatted(word, capitalized(word));
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
