package onrecord.search;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.schema.DateNumber;
import org.apache.lucene.index.CorruptIndexException;

/** Counts quotations, and the articles that contain them, by date. Not thread-safe. */
final class DateTallies {

  /** The ordinal of all quotations that are counted, whatever their date. */
  private static final int ALL = 0;

  private final FacetRequest.Dates request;
  private final int first;
  private final int last;
  private final Tally all = new DenseTally(1);
  // By the numbers of dates.
  private final Tally counts = new SparseTally();

  DateTallies(FacetRequest.Dates request) {
    this.request = request;
    this.first = request.within().map(DateNumber::of).orElse(0);
    this.last = request.within().map(DateNumber::last).orElse(Integer.MAX_VALUE);
  }

  /** Counts a quotation by the number of its date; those of an article must be consecutive. */
  void count(int number, int article) throws IOException {
    if (isWithin(number)) {
      counts.count(DateNumber.roundedDown(number, request.level()), article);
      all.count(ALL, article);
    }
  }

  /**
   * Counts a quotation by its dates, of which it may have several, once in each year, month or day
   * that contains one.
   */
  void count(DocumentDates dates, int doc, int article) throws IOException {
    IntStream.Builder within = IntStream.builder();
    dates.visit(
        doc,
        number -> {
          if (number >= first && number <= last) {
            within.add(DateNumber.roundedDown(number, request.level()));
          }
        });
    int[] different = within.build().distinct().toArray();
    for (int date : different) {
      counts.count(date, article);
    }
    if (different.length > 0) {
      all.count(ALL, article);
    }
  }

  /** Counts all quotations of articles whose date has a number, at once. */
  void add(int number, int quotations, int articles) throws IOException {
    if (isWithin(number)) {
      counts.add(DateNumber.roundedDown(number, request.level()), quotations, articles);
      all.add(ALL, quotations, articles);
    }
  }

  /** {@return the counts by the numbers of dates} */
  Tally tally() {
    return counts;
  }

  FacetCounts result() {
    // The unknown date, whose number is the least, comes last.
    IntStream unknown =
        IntStream.of(DateNumber.UNKNOWN).filter(date -> counts.quotations(date) > 0);
    IntStream known = counts.ordinals().filter(date -> date != DateNumber.UNKNOWN);
    List<FacetCount> values =
        IntStream.concat(known, unknown)
            .mapToObj(
                date -> new FacetCount(name(date), counts.quotations(date), counts.articles(date)))
            .toList();
    return new FacetCounts(request, all.quotations(ALL), all.articles(ALL), values.size(), values);
  }

  private boolean isWithin(int number) throws IOException {
    if (number < DateNumber.UNKNOWN) {
      throw new CorruptIndexException(number + " is not the number of a date", "doc values");
    }
    return number >= first && number <= last;
  }

  private static String name(int number) {
    return number == DateNumber.UNKNOWN ? Facet.UNKNOWN : DateNumber.toDate(number).toString();
  }
}
