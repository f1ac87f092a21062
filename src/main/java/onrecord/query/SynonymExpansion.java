package onrecord.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.query.TextPattern.Match;

/** Adds synonyms to a query. Not thread-safe. */
final class SynonymExpansion {

  /** The maximum number of forms of a phrase. */
  private static final int MAX_FORMS = 256;

  private final Synonyms synonyms;
  private final Set<Synonyms.Use> uses = new LinkedHashSet<>();

  SynonymExpansion(Synonyms synonyms) {
    this.synonyms = synonyms;
  }

  /**
   * Consecutive words of a query.
   *
   * @param text the words as they are written
   * @param added the forms that are searched for as well
   */
  private record Part(String text, Set<String> added) {
    Stream<String> forms() {
      return Stream.concat(Stream.of(text), added.stream());
    }
  }

  List<Synonyms.Use> uses() {
    return List.copyOf(uses);
  }

  Query expand(Query query) {
    return switch (query) {
      case Query.And q -> new Query.And(q.queries().stream().map(this::expand).toList());
      case Query.Or q -> new Query.Or(q.queries().stream().map(this::expand).toList());
      case Query.Not q -> new Query.Not(expand(q.query()));
      case Query.InArticle q -> new Query.InArticle(expand(q.query()));
      case Query.Text q -> q.form() == Form.STEM || q.target().isName() ? text(q) : q;
      case Query.Named q -> named(q);
      default -> query;
    };
  }

  private Query named(Query.Named named) {
    Set<String> added =
        named.facet().kind() == FacetKind.NAMES ? synonyms.added(named.name()) : Set.of();
    note(named.name(), added);
    return Query.anyOf(
        Stream.concat(
                Stream.<Query>of(named),
                added.stream().map(name -> Query.named(named.facet(), name)))
            .toList());
  }

  private Query text(Query.Text text) {
    return switch (text.pattern()) {
      case TextPattern.Words p -> words(text, p);
      case TextPattern.Phrase p ->
          eachForm(text, p.text(), form -> new TextPattern.Phrase(form, p.slop()));
      default -> text;
    };
  }

  private Query words(Query.Text text, TextPattern.Words pattern) {
    if (text.target().isName() && pattern.match() == Match.ALL) {
      // All words must be those of one name.
      return eachForm(text, pattern.text(), form -> new TextPattern.Words(form, Match.ALL));
    }
    List<Part> parts = parts(pattern.text(), text.target());
    if (parts.stream().allMatch(part -> part.added().isEmpty())) {
      return text;
    }
    List<Query> queries =
        pattern.match() == Match.ALL
            ? parts.stream().map(part -> Query.anyOf(forms(text, part))).toList()
            : List.of(
                Query.anyOf(
                    Stream.concat(
                            Stream.<Query>of(text),
                            parts.stream().flatMap(part -> forms(text, part).stream().skip(1)))
                        .toList()));
    return Query.allOf(queries);
  }

  /** {@return queries for the words of a part and for each form that is added to it} */
  private static List<Query> forms(Query.Text text, Part part) {
    List<Query> forms = new ArrayList<>();
    forms.add(
        new Query.Text(text.target(), text.form(), new TextPattern.Words(part.text(), Match.ALL)));
    for (String form : part.added()) {
      TextPattern pattern =
          Synonyms.words(form).size() == 1
              ? new TextPattern.Words(form, Match.ALL)
              : new TextPattern.Phrase(form, 0);
      forms.add(new Query.Text(text.target(), text.form(), pattern));
    }
    return forms;
  }

  /** Makes a pattern of a text. */
  @FunctionalInterface
  private interface Maker {
    TextPattern of(String text);
  }

  /** {@return queries for a text in which each part has any of its forms} */
  private Query eachForm(Query.Text text, String words, Maker maker) {
    List<Part> parts = parts(words, text.target());
    if (parts.stream().allMatch(part -> part.added().isEmpty())) {
      return text;
    }
    List<String> all = List.of("");
    for (Part part : parts) {
      List<String> longer =
          all.stream().flatMap(start -> part.forms().map(form -> start + " " + form)).toList();
      if (longer.size() > MAX_FORMS) {
        throw new SearchLimitException(
            SearchLimitException.Limit.CLAUSES,
            "a phrase must have at most "
                + MAX_FORMS
                + " forms with its synonyms, but '"
                + CitationText.shortened(words)
                + "' has more");
      }
      all = longer;
    }
    return Query.anyOf(
        all.stream()
            .map(form -> (Query) new Query.Text(text.target(), text.form(), maker.of(form.strip())))
            .toList());
  }

  /** {@return the words of a text, divided into those that have other forms and those between} */
  private List<Part> parts(String text, Target target) {
    List<String> words = Synonyms.written(text);
    List<Part> parts = new ArrayList<>();
    List<String> between = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int length = Math.min(synonyms.longest(target), words.size() - at);
      while (length > 0 && synonyms.added(words.subList(at, at + length), target).isEmpty()) {
        length--;
      }
      if (length == 0) {
        between.add(words.get(at++));
      } else {
        addBetween(parts, between);
        List<String> form = words.subList(at, at + length);
        Part part = new Part(String.join(" ", form), synonyms.added(form, target));
        note(part.text(), part.added());
        parts.add(part);
        at += length;
      }
    }
    addBetween(parts, between);
    return parts;
  }

  /** Adds the words between two forms as a part, unless they have no letter or digit. */
  private static void addBetween(List<Part> parts, List<String> between) {
    String words = String.join(" ", between);
    if (WordText.hasWord(words)) {
      parts.add(new Part(words, Set.of()));
    }
    between.clear();
  }

  private void note(String form, Set<String> added) {
    if (!added.isEmpty()) {
      uses.add(new Synonyms.Use(form, List.copyOf(added)));
    }
  }
}
