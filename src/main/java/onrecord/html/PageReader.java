package onrecord.html;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.NodeTraversor;

/** Reads the article of an HTML page. */
public final class PageReader {

  private static final ImmutableList<String> DATES =
      ImmutableList.of(
          "article:published_time",
          "og:article:published_time",
          "og:published_time",
          "article:published",
          "parsely-pub-date",
          "sailthru.date",
          "publish-date",
          "publish_date",
          "published_time",
          "publication_date",
          "pubdate",
          "date.published",
          "datepublished",
          "cxenseparse:recs:publishtime",
          "dc.date.issued",
          "dcterms.issued",
          "dc.date",
          "dcterms.date",
          "dcterms.created",
          "dc.date.created",
          "date");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final String SEPARATORS = "|-–—·•:»";
  private static final Pattern ADDRESS_OF_PAGE =
      Pattern.compile("https?://[^/\\s]+/[^\\s]+", Pattern.CASE_INSENSITIVE);

  private PageReader() {}

  /** {@return the article of a page, given as its characters; total: it never fails} */
  public static PageArticle read(String html) {
    Document document = Jsoup.parse(html);
    PageScan scan = new PageScan();
    NodeTraversor.filter(scan, document);
    Declarations declared = scan.declarations();
    DeclaredArticle article = DeclaredArticle.of(declared.linkedData());
    Optional<String> outlet =
        declared
            .first("og:site_name")
            .or(() -> article.text("publisher"))
            .or(() -> declared.first("application-name", "dc.publisher", "publisher"));
    MainText text =
        new MainText(
            scan, new DeclaredText(article.text("articleBody").orElse(""), scan.blocks().size()));
    List<String> paragraphs =
        declaresArticle(declared, article) || scan.hasOneArticle()
            ? text.paragraphs()
            : text.paragraphsUnlessIndex();
    return new PageArticle(
        title(declared, article, scan, outlet),
        paragraphs,
        published(declared, article),
        AuthorNames.of(declared, article),
        outlet,
        article.text("articleSection").or(() -> declared.first("article:section", "section")),
        url(declared, article),
        article.text("inLanguage").or(declared::language),
        tags(declared, article));
  }

  private static boolean declaresArticle(Declarations declared, DeclaredArticle article) {
    return !article.node().isEmpty()
        || declared.first("og:type").filter(type -> type.contains("article")).isPresent()
        || !declared.all("article:published_time").isEmpty();
  }

  private static Optional<String> title(
      Declarations declared, DeclaredArticle article, PageScan scan, Optional<String> outlet) {
    return Stream.of(
            article.text("headline"),
            declared.first("og:title"),
            declared.first("twitter:title"),
            declared.first("dc.title"),
            scan.blocks().stream()
                .filter(b -> b.kind() == Block.Kind.HEADLINE)
                .map(Block::text)
                .findFirst(),
            declared.title())
        .flatMap(Optional::stream)
        .map(title -> withoutSite(BLANKS.matcher(title).replaceAll(" ").strip(), outlet))
        .filter(title -> !title.isEmpty())
        .findFirst();
  }

  /** {@return a title without the name of the site that follows it} */
  private static String withoutSite(String title, Optional<String> outlet) {
    String site = outlet.orElse("");
    if (site.isEmpty() || !title.endsWith(site) || title.length() == site.length()) {
      return title;
    }
    String before = title.substring(0, title.length() - site.length()).stripTrailing();
    return before.isEmpty() || SEPARATORS.indexOf(before.charAt(before.length() - 1)) < 0
        ? title
        : before.substring(0, before.length() - 1).stripTrailing();
  }

  /**
   * {@return the address of the page; the address of a site as a whole, which some pages declare,
   * would be shared by all of its articles}
   */
  private static Optional<String> url(Declarations declared, DeclaredArticle article) {
    return Stream.of(
            declared.canonical(),
            declared.first("og:url"),
            article.text("mainEntityOfPage"),
            article.text("url"))
        .flatMap(Optional::stream)
        .map(String::strip)
        .filter(url -> ADDRESS_OF_PAGE.matcher(url).matches())
        .findFirst();
  }

  /** {@return the dates of publication, never those of modification, the most trustworthy first} */
  private static List<String> published(Declarations declared, DeclaredArticle article) {
    return Stream.of(
            article.texts("datePublished").stream(),
            DATES.stream().flatMap(name -> declared.all(name).stream()),
            article.texts("dateCreated").stream(),
            declared.timestamps().stream().limit(1))
        .flatMap(dates -> dates)
        .toList();
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
