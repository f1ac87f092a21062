package onrecord.engine;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import onrecord.query.Collocates;
import onrecord.query.CollocatesRequest;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceRequest;
import onrecord.query.CrossTable;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dispersion;
import onrecord.query.DispersionRequest;
import onrecord.query.Hint;
import onrecord.query.InvalidSearchException;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Network;
import onrecord.query.PivotTable;
import onrecord.query.Sample;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import onrecord.query.Variants;
import onrecord.query.WordList;
import onrecord.query.WordListRequest;
import onrecord.query.Wordings;
import onrecord.query.WordingsRequest;

/**
 * Counts and compares the quotations that a search finds in an archive: always all of them,
 * regardless of the page size, and exactly. If the search is {@linkplain Search.Builder#distinct
 * distinct}, each wording counts once, as its first quotation. Each result is computed on one
 * snapshot. Thread-safe.
 *
 * {@snippet file="onrecord/SnippetsTest.java" region="timeline"}
 *
 * <p>Every method throws {@link InvalidSearchException} if the search cannot be run, {@link
 * SearchLimitException} if it exceeds one of its limits, {@link IOException} if the archive cannot
 * be read, and {@link IllegalStateException} if the archive is closed.
 */
public interface Statistics {

  /**
   * Returns the number of quotations found in each period of a time line.
   *
   * @throws InvalidSearchException if there would be more than {@value Timeline#MAX_PARTS} periods
   */
  Timeline timeline(Search search, TimelineRequest request) throws IOException;

  /**
   * Returns counts of the quotations found by the values of one dimension or several at once.
   *
   * @throws InvalidSearchException if there would be more than {@value CrossTable#MAX_ROWS} rows
   */
  CrossTable table(Search search, CrossTableRequest request) throws IOException;

  /**
   * Returns the same counts in wide form: one column for each value of the last dimension.
   *
   * @throws InvalidSearchException if the request has one dimension only, there would be more than
   *     {@value PivotTable#MAX_CELLS} cells, or {@link #table} rejects the request
   */
  PivotTable pivot(Search search, CrossTableRequest request) throws IOException;

  /**
   * Returns the words that distinguish the quotations found from others, by log-likelihood: those
   * that are more frequent, or less frequent.
   */
  Keywords keywords(Search search, KeywordsRequest request) throws IOException;

  /**
   * Returns the most frequent words of the quotations found, or their most frequent sequences of
   * words.
   *
   * @throws InvalidSearchException if there are more than {@value WordList#MAX_DISTINCT} distinct
   *     sequences to count
   */
  WordList words(Search search, WordListRequest request) throws IOException;

  /** Returns the words that occur near the matches of a query in the quotations found. */
  Collocates collocates(Search search, CollocatesRequest request) throws IOException;

  /**
   * Returns how evenly the matches of a query are spread over parts of the quotations found, such
   * as outlets, months or articles.
   *
   * @throws InvalidSearchException if there would be more than {@value Dispersion#MAX_PARTS} parts
   */
  Dispersion dispersion(Search search, DispersionRequest request) throws IOException;

  /**
   * Returns who speaks about whom in the quotations found.
   *
   * @param limit the maximum number of edges, 1 or more
   */
  Network network(Search search, int limit) throws IOException;

  /**
   * Returns a random sample of the quotations found.
   *
   * @param size the number of quotations, 1 or more; fewer are returned if fewer are found
   * @param seed any number; the same seed draws the same sample from the same quotations
   */
  Sample sample(Search search, int size, long seed) throws IOException;

  /** Returns the places where the query of a search matches, with the words around them. */
  Concordance concordance(Search search, ConcordanceRequest request) throws IOException;

  /**
   * Returns the parts of a search that finds nothing which no quotation matches by itself, with the
   * most similar values or words of the archive; empty if the search finds something, or if every
   * part is matched by some quotation.
   */
  List<Hint> hints(Search search) throws IOException;

  /**
   * Returns the wordings of the quotations found, each with all quotations that are nearly the
   * same: where it occurred first, and how it spread over outlets and days.
   *
   * @throws InvalidSearchException if the request names a quotation that the search does not find,
   *     or the archive has the format 1
   */
  Wordings wordings(Search search, WordingsRequest request) throws IOException;

  /**
   * Returns the quotations of any kind that have nearly the same words as a given one; empty if
   * there is no quotation with the id.
   *
   * @param id the id of a quotation
   * @param minimum the minimum share of the words of one that the other must contain, 0 to 1
   * @param limit the maximum number of variants, 1 or more
   * @throws InvalidSearchException if the minimum or the limit is out of range, or the archive has
   *     the format 1
   */
  Optional<Variants> variants(String id, double minimum, int limit) throws IOException;
}
