package example;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import onrecord.Archive;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.source.ArticleReader;

/** The example of the README, in an application whose only dependency is Onrecord. */
public final class Example {

  private Example() {}

  /**
   * Creates an archive of the articles in {@code index-fixtures} and searches it.
   *
   * @param arguments the folder of the archive
   * @throws IOException if the archive or the articles cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    run(Path.of(arguments[0]), System.out);
  }

  private static void run(Path folder, PrintStream out) throws IOException {
    // begin example
    try (Archive archive = Archive.open(folder);
        ArticleReader articles = ArticleReader.open(List.of(Path.of("index-fixtures")))) {
      while (articles.hasNext()) {
        archive.add(articles.next().article()); // throws if this one could not be read
      }
      archive.commit();

      Query query = Query.words("water").and(Query.published(DateRange.parse("2024-03..2024-06")));
      SearchResult result =
          archive.search(Search.builder(query).facet(Facet.SPEAKER).pageSize(5).build());

      out.println(result.total() + " quotations");
      for (Hit hit : result.hits()) {
        out.println(hit.quotation().speaker().name() + ": " + hit.quotation().text());
      }
      for (FacetCount count : result.facet(Facet.SPEAKER).counts()) {
        out.println(count.value() + " " + count.quotations());
      }
    }
    // end example
  }
}
