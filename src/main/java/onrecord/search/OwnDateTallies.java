package onrecord.search;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.schema.DateNumber;

/**
 * Counts quotations, and the articles that contain them, by the days in an own field, of which a
 * quotation may have several. Not thread-safe.
 */
final class OwnDateTallies {

  private static final int ALL = 0;

  private final FacetRequest.Dates request;
  private final int first;
  private final int last;
  private final Tally all = new SparseTally();
  // By the numbers of dates.
  private final Tally counts = new SparseTally();

  OwnDateTallies(FacetRequest.Dates request) {
    this.request = request;
    this.first = request.within().map(DateNumber::of).orElse(0);
    this.last = request.within().map(DateNumber::last).orElse(Integer.MAX_VALUE);
  }

  /** Counts a quotation; those of an article must be counted consecutively. */
  void count(DocumentDates days, int doc, int article) throws IOException {
    IntStream.Builder dates = IntStream.builder();
    days.visit(
        doc,
        day -> {
          if (day >= first && day <= last) {
            dates.add(DateNumber.roundedDown(day, request.level()));
          }
        });
    int[] different = dates.build().distinct().toArray();
    for (int date : different) {
      counts.count(date, article);
    }
    if (different.length > 0) {
      all.count(ALL, article);
    }
  }

  FacetCounts result() {
    // The number of the unknown date is the least, but it is counted last.
    IntStream known = counts.ordinals().filter(date -> date != DateNumber.UNKNOWN);
    IntStream unknown = counts.ordinals().filter(date -> date == DateNumber.UNKNOWN);
    List<FacetCount> values =
        IntStream.concat(known, unknown)
            .mapToObj(
                date -> new FacetCount(name(date), counts.quotations(date), counts.articles(date)))
            .toList();
    return new FacetCounts(request, all.quotations(ALL), all.articles(ALL), values.size(), values);
  }

  private static String name(int number) {
    return number == DateNumber.UNKNOWN ? Facet.UNKNOWN : DateNumber.toDate(number).toString();
  }
}
