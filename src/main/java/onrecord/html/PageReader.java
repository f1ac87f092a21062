package onrecord.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.NodeTraversor;

/** Reads the article of an HTML page. */
public final class PageReader {

  private PageReader() {}

  /** {@return the article of a page, given as its characters; total: it never fails} */
  public static PageArticle read(String html) {
    Document document = Jsoup.parse(html);
    PageScan scan = new PageScan();
    NodeTraversor.filter(scan, document);
    Declarations declared = scan.declarations();
    DeclaredArticle article = DeclaredArticle.of(declared.linkedData());
    List<Block> text = new MainText(scan).blocks();
    return new PageArticle(
        title(declared, article, scan),
        text.stream().map(Block::text).toList(),
        published(declared, article),
        authors(declared, article),
        declared.first("og:site_name", "application-name").or(() -> article.text("publisher")),
        article.text("articleSection").or(() -> declared.first("article:section", "section")),
        declared.canonical().or(() -> declared.first("og:url")),
        article.text("inLanguage").or(declared::language),
        tags(declared, article));
  }

  private static Optional<String> title(
      Declarations declared, DeclaredArticle article, PageScan scan) {
    return article
        .text("headline")
        .or(() -> declared.first("og:title", "twitter:title", "dc.title"))
        .or(() ->
            scan.blocks().stream()
                .filter(b -> b.kind() == Block.Kind.HEADLINE)
                .map(Block::text)
                .findFirst())
        .or(declared::title);
  }

  private static Optional<String> published(Declarations declared, DeclaredArticle article) {
    return article
        .text("datePublished")
        .or(() ->
            declared.first(
                "article:published_time",
                "og:article:published_time",
                "og:published_time",
                "parsely-pub-date",
                "sailthru.date",
                "publish-date",
                "publish_date",
                "pubdate",
                "dc.date.issued",
                "dcterms.date",
                "dcterms.created",
                "dc.date",
                "date"))
        .or(() ->
            Stream.concat(
                    declared.timestamps().stream().filter(Declarations.Timestamp::published),
                    declared.timestamps().stream())
                .map(Declarations.Timestamp::value)
                .findFirst());
  }

  private static List<String> authors(Declarations declared, DeclaredArticle article) {
    Set<String> authors = new LinkedHashSet<>(article.texts("author"));
    if (authors.isEmpty()) {
      declared
          .first("author", "article:author", "parsely-author", "byl", "dc.creator", "sailthru.author")
          .ifPresent(authors::add);
    }
    return new ArrayList<>(authors);
  }

  private static List<String> tags(Declarations declared, DeclaredArticle article) {
    Set<String> tags = new LinkedHashSet<>();
    Stream.of(
            article.texts("keywords").stream(),
            declared.all("article:tag").stream(),
            declared.all("news_keywords").stream(),
            declared.all("keywords").stream())
        .map(Stream::toList)
        .filter(list -> !list.isEmpty())
        .findFirst()
        .ifPresent(list -> {
          for (String keywords : list) {
            for (String keyword : keywords.split(",", -1)) {
              if (!keyword.isBlank()) {
                tags.add(keyword.strip());
              }
            }
          }
        });
    return new ArrayList<>(tags);
  }
}
