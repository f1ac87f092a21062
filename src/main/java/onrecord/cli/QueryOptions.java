package onrecord.cli;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import onrecord.model.QuotationKind;
import onrecord.model.SpeakerType;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.LenientQuery;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Selection;
import onrecord.query.Synonyms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The options that specify a search. Multiple values of one option are combined by OR, different
 * options by AND; without any option, every quotation matches.
 */
final class QueryOptions {

  private static final int MAX_VALUES = 10_000;

  @Parameters(
      arity = "0..*",
      converter = TextValue.class,
      paramLabel = "WORD",
      description =
          "What to search for, in the syntax of --query: words, a \"phrase\", speaker:name, OR and so"
              + " on. What is no valid query is searched for as words. A word after a hyphen, such"
              + " as -tax, is excluded; after --, every argument is such a word.")
  private List<String> words = List.of();

  @Option(
      names = "--query",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "QUERY",
      description =
          "Quotations that match a query, such as 'speaker:holm AND \"old mill\"~3 AND"
              + " published:[2024-03 TO 2024-06]'; the Javadoc of the package onrecord.query describes the syntax.")
  private List<String> queries = List.of();

  @Option(
      names = "--phrase",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "WORDS",
      description = "Quotations that contain these words next to each other.")
  private List<String> phrases = List.of();

  @Option(
      names = "--slop",
      converter = WholeNumber.NotNegative.class,
      paramLabel = "N",
      description =
          "Maximum number of positions that words of a phrase may be moved. Default: ${DEFAULT-VALUE}.")
  private int slop;

  @Option(
      names = "--tokens",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "PATTERN",
      description =
          "Quotations that contain a pattern of consecutive words, such as"
              + " '[stem=\"go\"] []{0,2} \"away\"'; the Javadoc of the package onrecord.query has the"
              + " grammar.")
  private List<String> tokens = List.of();

  @Option(
      names = {"--speaker", "-s"},
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "NAME",
      description = "Speaker, by words of the name.")
  private List<String> speakers = List.of();

  @Option(
      names = "--speaker-type",
      paramLabel = "TYPE",
      description = "Type of speaker: ${COMPLETION-CANDIDATES}.")
  private List<SpeakerType> speakerTypes = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "Kinds of quotations that are searched, counted and compared with:"
              + " ${COMPLETION-CANDIDATES}. Default: DIRECT and MIXED. Nothing in a query changes"
              + " this; a query that names another kind is an error.")
  private List<QuotationKind> kinds = List.of();

  @Option(names = "--outlet", paramLabel = "NAME", description = "Outlet, by its whole name.")
  private List<String> outlets = List.of();

  @Option(names = "--section", paramLabel = "NAME", description = "Section, by its whole name.")
  private List<String> sections = List.of();

  @Option(names = "--article", paramLabel = "ID", description = "Article, by its id.")
  private List<String> articles = List.of();

  @Option(names = "--id", paramLabel = "ID", description = "Quotation, by its id.")
  private List<String> ids = List.of();

  @Option(
      names = "--id-file",
      converter = IdFile.class,
      paramLabel = "FILE",
      description = "Quotations, by their ids, one on each line of a text file.")
  private List<IdFile.Ids> idFiles = List.of();

  @Option(
      names = "--published",
      paramLabel = "RANGE",
      description = "Date of publication: 2020, 2020-11, 2020-11-22, FROM..TO, FROM.. or ..TO.")
  private List<String> published = List.of();

  @Option(
      names = "--said",
      paramLabel = "RANGE",
      description = "Date on which the words were said, in the same form.")
  private List<String> said = List.of();

  @Option(
      names = "--added",
      paramLabel = "RANGE",
      description =
          "Day, in Universal Time, on which the article was added to the archive, in the same form.")
  private List<String> added = List.of();

  @Option(
      names = "--filter",
      paramLabel = "FACET=VALUE",
      description =
          "Only quotations with this value of a facet, as printed by the counts. Counts of the same"
              + " facet still include its other values. A year or month includes its days.")
  private List<String> filters = List.of();

  @Option(
      names = "--indirect",
      description = "Include INDIRECT quotations as well: reported speech without quotation marks.")
  private boolean indirect;

  @Option(
      names = "--synonyms",
      converter = SynonymFile.class,
      paramLabel = "FILE",
      description =
          "Words that count as the same: a text file with one group on each line, such as"
              + " 'car, automobile', or 'pm => prime minister' for one direction. The query that"
              + " an answer states contains them.")
  private Synonyms synonyms = Synonyms.NONE;

  @Option(
      names = "--aliases",
      converter = AliasFile.class,
      paramLabel = "FILE",
      description =
          "Find a person who is named in the query by each name that a list of known speakers has,"
              + " in the form of index --authority.")
  private Synonyms aliases = Synonyms.NONE;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Mixin private final LimitOptions limits = new LimitOptions();

  /**
   * {@return a search for the quotations}
   *
   * @throws IllegalArgumentException if a value is invalid
   */
  Search.Builder search() {
    Search.Builder search =
        Search.builder(expanded().query()).kinds(kinds()).limits(limits.limits());
    for (String filter : filters) {
      int equals = filter.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "--filter must be FACET=VALUE, but was '" + filter + "'");
      }
      search.filter(Facet.parse(filter.substring(0, equals)), filter.substring(equals + 1));
    }
    return search;
  }

  private Set<QuotationKind> kinds() {
    Set<QuotationKind> included = EnumSet.noneOf(QuotationKind.class);
    included.addAll(kinds.isEmpty() ? Selection.QUOTED : kinds);
    if (indirect) {
      included.add(QuotationKind.INDIRECT);
    }
    return included;
  }

  private Synonyms.Expanded expanded() {
    return synonyms.and(aliases).expand(query());
  }

  private Query query() {
    requireAtMost("values of a query", MAX_VALUES, countValues());
    words.forEach(this::requireNoOption);
    if (slop != 0 && phrases.isEmpty()) {
      throw new IllegalArgumentException("--slop requires --phrase");
    }
    List<Query> parts = new ArrayList<>();
    lenient().map(LenientQuery::query).ifPresent(parts::add);
    either(parts, queries, Query::parse);
    either(parts, phrases, phrase -> Query.phrase(phrase, slop));
    either(parts, tokens, Query::tokens);
    either(parts, speakers, Query::speakerWords);
    either(parts, speakerTypes, Query::speakerType);
    either(parts, outlets, Query::outlet);
    either(parts, sections, Query::section);
    either(parts, articles, Query::article);
    either(
        parts,
        Stream.concat(ids.stream(), idFiles.stream().flatMap(file -> file.ids().stream())).toList(),
        Query::quotation);
    either(parts, published, range -> Query.published(DateRange.parse(range)));
    either(parts, said, range -> Query.said(DateRange.parse(range)));
    either(parts, added, range -> Query.added(DateRange.parse(range)));
    return parts.stream().reduce(Query::and).orElseGet(Query::all);
  }

  /** Rejects a word such as -outlet, which is a misspelt option, unless it follows {@code --}. */
  private void requireNoOption(String word) {
    if (!word.startsWith("-")) {
      return;
    }
    CommandSpec spec = requireNonNull(command);
    String option = "-" + word.split("=", 2)[0];
    boolean isMeant = spec.commandLine().getParseResult().originalArgs().contains(word);
    if (!isMeant && spec.optionsMap().containsKey(option)) {
      throw new UsageException(
          "Unknown option: '"
              + word
              + "', but there is "
              + option
              + "; to exclude a word that is also an option, put -- before all words");
    }
  }

  private Optional<LenientQuery> lenient() {
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(Query.parseLenient(String.join(" ", words)));
  }

  /** {@return notes on what was not read as a query, one on each line} */
  Stream<String> notes() {
    return Stream.concat(
        lenient().stream().flatMap(query -> query.notes().stream()).map(QueryOptions::note),
        expanded().uses().stream()
            .map(use ->
                "as well as " + use.form() + ", searched for: " + String.join(", ", use.added())));
  }

  private static String note(LenientQuery.Note note) {
    return switch (note.treatment()) {
      case LITERAL -> "searched for as words: " + note.text();
      case IGNORED -> "ignored in the query: " + note.text();
      case OPERATOR -> "read as an operator: " + note.text();
    };
  }

  private int countValues() {
    return Stream.of(
            words,
            queries,
            phrases,
            tokens,
            speakers,
            speakerTypes,
            kinds,
            outlets,
            sections,
            articles,
            ids,
            published,
            said,
            added,
            filters)
        .mapToInt(List::size)
        .sum();
  }

  /** Checks how often options occur, before anything is made of them. */
  static void requireAtMost(String values, int limit, int count) {
    if (count > limit) {
      throw new UsageException(
          "there must be at most " + limit + " " + values + ", but are " + count);
    }
  }

  private static <T> void either(List<Query> parts, List<T> values, Function<T, Query> query) {
    if (!values.isEmpty()) {
      parts.add(Query.anyOf(values.stream().map(query).toList()));
    }
  }
}
