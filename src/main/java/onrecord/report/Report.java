package onrecord.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import onrecord.Archive;
import onrecord.query.Citation;

/**
 * A report on what a search finds, as one web page that needs nothing else: what was asked and of
 * which snapshot, totals, how sure the speakers are, timelines, the most frequent speakers and
 * outlets, who speaks about whom, distinctive words, a concordance, and quotations in their context
 * with links to their sources. Immutable.
 *
 * {@snippet file="onrecord/report/SnippetsTest.java" region="report"}
 *
 * <p>The page contains no script and requests nothing from anywhere, which its content security
 * policy also forbids; only addresses of articles that begin with {@code http:} or {@code https:}
 * are links. What articles contain appears as text. It is made for narrow and wide screens, light
 * and dark, for paper and for screen readers: each chart has a description, and a table of its
 * numbers. The same state of an archive gives the same page. Whatever an archive holds, a page has
 * less than eight megabytes; what is left out is stated.
 */
public final class Report {

  private final Findings findings;

  private Report(Findings findings) {
    this.findings = findings;
  }

  /**
   * {@return a report, all of it from one snapshot of the archive}
   *
   * @throws onrecord.query.InvalidSearchException if the search cannot be run
   * @throws onrecord.query.SearchLimitException if the search exceeds one of its limits
   * @throws IOException if the archive cannot be read, is damaged, or changes again and again while
   *     it is read
   */
  public static Report of(Archive archive, ReportRequest request) throws IOException {
    return new Report(
        Findings.of(requireNonNull(archive, "archive"), requireNonNull(request, "request")));
  }

  /** {@return the citation of what the report is on} */
  public Citation citation() {
    return findings.citation();
  }

  /** {@return the page, in HTML} */
  public String html() {
    return new ReportPage(findings).write();
  }

  /** {@return the title of the page} */
  @Override
  public String toString() {
    return new ReportPage(findings).title();
  }
}
