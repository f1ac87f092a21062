package onrecord.serve;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import onrecord.Archive;
import onrecord.format.CitationJson;
import onrecord.format.ResultJson;
import onrecord.query.ConcordanceKey;
import onrecord.query.ConcordanceRequest;
import onrecord.query.ConcordanceText;
import onrecord.query.KeywordSign;
import onrecord.query.KeywordsRequest;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.TimeStep;

/**
 * Answers programs with the JSON that the commands print with {@code --json}.
 *
 * @param archive the archive that is asked
 */
record Api(Archive archive) {

  private static final Splitter KEYS = Splitter.on(',');
  private static final String LIMIT = "limit";
  private static final String WIDTH = "width";

  String search(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    Search.Builder search = asked.search();
    asked.facets().forEach(search::facet);
    return ResultJson.of(archive.search(search.build()), archive::article);
  }

  String facets(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    Search.Builder search = asked.search().pageSize(0);
    asked.facets().forEach(search::facet);
    return ResultJson.counts(archive.search(search.build()));
  }

  String timeline(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    return ResultJson.of(
        archive.statistics().timeline(asked.search().build(), asked.timeline(TimeStep.MONTH)));
  }

  String keywords(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    Optional<Query> against = parameters.one("against").map(Query::parse);
    int minimum = parameters.number("minimum", 1, Integer.MAX_VALUE, 2);
    KeywordsRequest request =
        new KeywordsRequest(against, minimum, limit(parameters, KeywordsRequest.DEFAULT_LIMIT))
            .sign(parameters.constant("sign", KeywordSign.class, KeywordSign.POSITIVE));
    return ResultJson.of(
        archive.statistics().keywords(withoutLimit(asked).search().build(), request));
  }

  String network(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    int limit = limit(parameters, 20);
    return ResultJson.of(archive.statistics().network(withoutLimit(asked).search().build(), limit));
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
    return ResultJson.of(
        archive.statistics().concordance(withoutLimit(asked).search().build(), request),
        archive::article);
  }

  String suggest(Parameters parameters) throws IOException {
    Asked asked = withoutLimit(new Asked(parameters));
    String typed = parameters.one("name").orElse("");
    return ResultJson.of(archive.suggest(typed, asked.search().build(), limit(parameters, 10)));
  }

  String cite(Parameters parameters) throws IOException {
    return CitationJson.write(archive.cite(new Asked(parameters).search().build()));
  }

  String info() throws IOException {
    return ResultJson.of(archive.info());
  }

  private static int limit(Parameters parameters, int otherwise) {
    return parameters.number(LIMIT, 1, Asked.MAX_VALUES, otherwise);
  }

  /** {@return what is asked, where the limit is not that of hits} */
  private static Asked withoutLimit(Asked asked) {
    return new Asked(asked.parameters().with(LIMIT, List.of()));
  }
}
