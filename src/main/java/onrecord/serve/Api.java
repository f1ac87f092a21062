package onrecord.serve;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.format.CitationJson;
import onrecord.format.CodedSheet;
import onrecord.format.CodingSheet;
import onrecord.format.ResultJson;
import onrecord.query.CollocatesRequest;
import onrecord.query.CollocationMeasure;
import onrecord.query.ConcordanceKey;
import onrecord.query.ConcordanceRequest;
import onrecord.query.ConcordanceText;
import onrecord.query.CorpusParts;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dimension;
import onrecord.query.DispersionRequest;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.KeywordSign;
import onrecord.query.KeywordsRequest;
import onrecord.query.Metric;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.ShareBase;
import onrecord.query.TimeStep;
import onrecord.query.WordListRequest;
import onrecord.query.WordingsRequest;

/**
 * Answers programs with the JSON that the commands print with {@code --json}.
 *
 * @param archive the archive that is asked
 */
record Api(Archive archive) {

  private static final Splitter KEYS = Splitter.on(',');
  private static final String LIMIT = "limit";
  private static final String WIDTH = "width";
  private static final String MINIMUM = "minimum";
  private static final int MAX_ROWS = 10_000;

  String search(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    Search.Builder search = asked.search();
    asked.facets().forEach(search::facet);
    Search built = search.build();
    return explained(built, ResultJson.of(archive.search(built), archive::article));
  }

  String facets(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    Search.Builder search = asked.search().pageSize(0);
    List<FacetRequest> facets = asked.facets();
    (facets.isEmpty()
            ? List.of(FacetRequest.top(Facet.SPEAKER, FacetRequest.DEFAULT_LIMIT))
            : facets)
        .forEach(search::facet);
    Search built = search.build();
    return explained(built, ResultJson.counts(archive.search(built)));
  }

  String timeline(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    Search search = asked.search().build();
    return explained(
        search,
        ResultJson.of(archive.statistics().timeline(search, asked.timeline(TimeStep.MONTH))));
  }

  String keywords(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    Optional<Query> against = parameters.one("against").map(Query::parse);
    int minimum = parameters.number(MINIMUM, 1, Integer.MAX_VALUE, 2);
    KeywordsRequest request =
        new KeywordsRequest(against, minimum, limit(parameters, KeywordsRequest.DEFAULT_LIMIT))
            .sign(parameters.constant("sign", KeywordSign.class, KeywordSign.POSITIVE));
    Search search = withoutLimit(asked).search().build();
    return explained(search, ResultJson.of(archive.statistics().keywords(search, request)));
  }

  String network(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    int limit = limit(parameters, 20);
    Search search = withoutLimit(asked).search().build();
    return explained(search, ResultJson.of(archive.statistics().network(search, limit)));
  }

  String concordance(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    ConcordanceRequest request =
        new ConcordanceRequest(
            parameters.number(WIDTH, 0, 100, ConcordanceRequest.DEFAULT_WIDTH),
            KEYS.splitToStream(parameters.one("order").orElse("left"))
                .map(ConcordanceKey::parse)
                .toList(),
            0,
            parameters.constant("text", ConcordanceText.class, ConcordanceText.QUOTATION),
            limit(parameters, ConcordanceRequest.DEFAULT_LIMIT));
    Search search = withoutLimit(asked).search().build();
    return explained(
        search, ResultJson.of(archive.statistics().concordance(search, request), archive::article));
  }

  String table(Parameters parameters) throws IOException {
    Search search = withoutLimit(new Asked(parameters)).search().build();
    CrossTableRequest request = table(parameters, List.of("speaker"));
    return explained(search, ResultJson.of(archive.statistics().table(search, request)));
  }

  String pivot(Parameters parameters) throws IOException {
    Search search = withoutLimit(new Asked(parameters)).search().build();
    CrossTableRequest request = table(parameters, List.of("speaker", "published"));
    return explained(search, ResultJson.of(archive.statistics().pivot(search, request)));
  }

  /**
   * {@return the table that is asked for}
   *
   * @param otherwise what to count by if nothing is given
   */
  private static CrossTableRequest table(Parameters parameters, List<String> otherwise) {
    int limit = limit(parameters, FacetRequest.DEFAULT_LIMIT);
    List<String> by = parameters.all("by");
    List<Dimension> dimensions =
        (by.isEmpty() ? otherwise : by).stream().map(text -> dimension(text, limit)).toList();
    Set<Metric> metrics = EnumSet.noneOf(Metric.class);
    parameters.all("metric").forEach(name -> metrics.add(metric(name)));
    return new CrossTableRequest(
        dimensions,
        metrics.isEmpty() ? EnumSet.of(Metric.QUOTATIONS) : metrics,
        parameters
            .one("base")
            .map(base ->
                new ShareBase(
                    parameters.constant(
                        "base", ShareBase.Population.class, ShareBase.Population.SELECTION),
                    List.of())));
  }

  private static Dimension dimension(String text, int limit) {
    Dimension dimension = Dimension.parse(text, limit);
    if (dimension instanceof Dimension.Values values && values.limit() > Asked.MAX_VALUES) {
      throw new BadRequestException(
          "'by' must be for at most " + Asked.MAX_VALUES + " values, but was '" + text + "'");
    }
    return dimension;
  }

  private static Metric metric(String name) {
    return Stream.of(Metric.values())
        .filter(metric -> metric.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () -> new BadRequestException("'metric' must be one of " + List.of(Metric.values())));
  }

  String words(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    WordListRequest request =
        WordListRequest.of(parameters.number("size", 1, WordListRequest.MAX_SIZE, 1))
            .minimum(parameters.number(MINIMUM, 1, Integer.MAX_VALUE, 2))
            .limit(limit(parameters, WordListRequest.DEFAULT_LIMIT));
    Search search = withoutLimit(asked).search().build();
    return explained(search, ResultJson.of(archive.statistics().words(search, request)));
  }

  String collocates(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    int width = parameters.number(WIDTH, 1, 100, CollocatesRequest.DEFAULT_WIDTH);
    CollocatesRequest request =
        CollocatesRequest.of(asked.of())
            .within(new CollocatesRequest.Window(width, width))
            .by(parameters.constant("measure", CollocationMeasure.class, CollocationMeasure.G2))
            .minimum(parameters.number(MINIMUM, 1, Integer.MAX_VALUE, 2))
            .limit(limit(parameters, CollocatesRequest.DEFAULT_LIMIT));
    Search search = withoutLimit(asked).search().build();
    return explained(
        search.and(request.of()), ResultJson.of(archive.statistics().collocates(search, request)));
  }

  String dispersion(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    CorpusParts parts = CorpusParts.parse(parameters.one("parts").orElse("outlet"));
    Search search = asked.search().build();
    DispersionRequest request = new DispersionRequest(asked.of(), parts);
    return explained(
        search.and(request.of()), ResultJson.of(archive.statistics().dispersion(search, request)));
  }

  String wordings(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    WordingsRequest request =
        WordingsRequest.repeated()
            .minimum(parameters.number(MINIMUM, 1, Integer.MAX_VALUE, 2))
            .words(parameters.number("words", 1, Integer.MAX_VALUE, 1))
            .limit(limit(parameters, WordingsRequest.DEFAULT_LIMIT));
    Search search = withoutLimit(asked).search().build();
    return explained(
        search, ResultJson.of(archive.statistics().wordings(search, request), archive::article));
  }

  String suggest(Parameters parameters) throws IOException {
    Asked asked = withoutLimit(new Asked(parameters));
    String typed = parameters.one("name").orElse("");
    Search search = asked.search().build();
    return explained(search, ResultJson.of(archive.suggest(typed, search, limit(parameters, 10))));
  }

  String cite(Parameters parameters) throws IOException {
    return CitationJson.write(archive.cite(new Asked(parameters).search().build()));
  }

  /**
   * {@return the error rates that a sheet of coders has}
   *
   * @param sheet the sheet, as CSV or as text with tabs
   */
  String errorRates(Parameters parameters, InputStream sheet) throws IOException {
    String label = parameters.one("label").orElse("correct");
    CodingSheet coded = read(sheet);
    if (!coded.labels().contains(label)) {
      throw new BadRequestException(
          "'label' must be a column for labels of the sheet, of "
              + coded.labels()
              + ", but was '"
              + label
              + "'");
    }
    return ResultJson.errorRates(CodedSheet.of(coded, label, archive::unannotated));
  }

  private static CodingSheet read(InputStream sheet) {
    try {
      CodingSheet coded = CodingSheet.read(sheet, "the sheet");
      if (coded.rows().size() > MAX_ROWS) {
        throw new BadRequestException(
            "the sheet must have at most " + MAX_ROWS + " rows, but has " + coded.rows().size());
      }
      return coded;
    } catch (IOException e) {
      throw new BadRequestException(String.valueOf(e.getMessage()));
    }
  }

  String info() throws IOException {
    return ResultJson.of(archive.info());
  }

  /** {@return an answer, with hints on what the archive does not have if nothing is found} */
  private String explained(Search search, String answer) throws IOException {
    return ResultJson.withHints(answer, archive.statistics().hints(search));
  }

  private static int limit(Parameters parameters, int otherwise) {
    return parameters.number(LIMIT, 1, Asked.MAX_VALUES, otherwise);
  }

  /** {@return what is asked, where the limit is not that of hits} */
  private static Asked withoutLimit(Asked asked) {
    return new Asked(asked.parameters().with(LIMIT, List.of()));
  }
}
