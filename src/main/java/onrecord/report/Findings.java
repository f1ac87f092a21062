package onrecord.report;

import java.io.IOException;
import java.util.List;
import onrecord.Archive;
import onrecord.engine.Statistics;
import onrecord.model.SpeakerType;
import onrecord.query.ArchiveInfo;
import onrecord.query.Citation;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceOrder;
import onrecord.query.ConcordanceRequest;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.Hint;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Network;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.TimeStep;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;

/**
 * What a report contains: the answers of an archive.
 *
 * @param request what was requested
 * @param citation the citation of the search, which names the snapshot
 * @param info what the archive holds
 * @param result the quotations shown, and the counts
 * @param certainty how sure the known speakers are
 * @param timeline the quotations over time
 * @param speakers the same, by speaker
 * @param network who speaks about whom
 * @param keywords the words that distinguish the quotations
 * @param concordance the matches of the query
 * @param hints what no quotation matches, if nothing was found
 */
record Findings(
    ReportRequest request,
    Citation citation,
    ArchiveInfo info,
    SearchResult result,
    Calibration certainty,
    Timeline timeline,
    Timeline speakers,
    Network network,
    Keywords keywords,
    Concordance concordance,
    List<Hint> hints) {

  /** The number of values of a facet that are shown. */
  private static final int VALUES = 12;

  private static final int SERIES = 6;
  private static final int PAIRS = 150;
  private static final int LINES = 40;
  private static final int WIDTH = 6;

  /** The longest period, in years, whose months are shown. */
  private static final int YEARS_IN_MONTHS = 15;

  /** The greatest number of months whose days are shown. */
  private static final int MONTHS_IN_DAYS = 2;

  /** How often the archive is asked again if it changes meanwhile. */
  private static final int ATTEMPTS = 5;

  Findings {
    hints = List.copyOf(hints);
  }

  /**
   * {@return the answers of an archive, all from one snapshot}
   *
   * @throws IOException if the archive cannot be read, or changes again and again meanwhile
   */
  static Findings of(Archive archive, ReportRequest request) throws IOException {
    Search search = search(request);
    Citation citation = archive.cite(search);
    for (int i = 0; i < ATTEMPTS; i++) {
      Findings findings = ask(archive, request, search, citation);
      Citation after = archive.cite(search);
      if (after.equals(citation)) {
        return findings;
      }
      citation = after;
    }
    throw new IOException(
        "the archive changed "
            + ATTEMPTS
            + " times while a report was written; open it for reading only");
  }

  private static Search search(ReportRequest request) {
    Search asked = request.search();
    Search.Builder search =
        Search.builder(asked.query())
            .kinds(asked.kinds())
            .distinct(asked.distinct())
            .limits(asked.limits())
            .sort(asked.sort())
            .pageSize(request.quotations())
            .context(1)
            .facet(FacetRequest.top(Facet.SPEAKER, VALUES))
            .facet(FacetRequest.top(Facet.OUTLET, VALUES))
            .facet(Facet.SPEAKER_TYPE);
    asked.filters().forEach(search::filter);
    return search.build();
  }

  private static Findings ask(
      Archive archive, ReportRequest request, Search search, Citation citation) throws IOException {
    Statistics statistics = archive.statistics();
    TimelineRequest timeline = TimelineRequest.of(step(statistics, request, search));
    return new Findings(
        request,
        citation,
        archive.info(),
        archive.search(search),
        certainty(archive, search),
        statistics.timeline(search, timeline),
        statistics.timeline(search, timeline.splitBy(Facet.SPEAKER, SERIES)),
        statistics.network(search, PAIRS),
        statistics.keywords(
            search, new KeywordsRequest(request.against(), 2, KeywordsRequest.DEFAULT_LIMIT)),
        statistics.concordance(
            search, new ConcordanceRequest(WIDTH, ConcordanceOrder.RIGHT, LINES)),
        statistics.hints(search));
  }

  private static Calibration certainty(Archive archive, Search search) throws IOException {
    Query known = search.query().and(Query.speakerType(SpeakerType.UNKNOWN).not());
    Search.Builder counts =
        Search.builder(known)
            .kinds(search.kinds())
            .limits(search.limits())
            .pageSize(0)
            .facet(Facet.CONFIDENCE);
    search.filters().forEach(counts::filter);
    return Calibration.of(archive.search(counts.build()).facet(Facet.CONFIDENCE).counts());
  }

  /** {@return a step in which the period of the quotations has neither few nor many parts} */
  private static TimeStep step(Statistics statistics, ReportRequest request, Search search)
      throws IOException {
    if (request.step().isPresent()) {
      return request.step().get();
    }
    Timeline years = statistics.timeline(search, TimelineRequest.of(TimeStep.YEAR));
    if (years.parts().size() > YEARS_IN_MONTHS) {
      return TimeStep.YEAR;
    }
    Timeline months = statistics.timeline(search, TimelineRequest.of(TimeStep.MONTH));
    return months.parts().size() > MONTHS_IN_DAYS ? TimeStep.MONTH : TimeStep.DAY;
  }
}
