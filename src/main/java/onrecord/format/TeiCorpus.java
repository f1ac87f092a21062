package onrecord.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onrecord.format.ArticleTexts.ArticleText;
import onrecord.model.Article;
import onrecord.model.FieldValue;
import onrecord.model.Quotation;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;

/** Writes articles, with the quotations in their text, as TEI. Not thread-safe. */
final class TeiCorpus implements ArticleGroups.Output {

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

  private final XmlWriter xml;
  private int texts;
  private int speakers;
  private int quotations;

  private TeiCorpus(XmlWriter xml) {
    this.xml = xml;
  }

  static HitWriter writer(Appendable out, ArticleTexts articles) throws IOException {
    TeiCorpus corpus = new TeiCorpus(new XmlWriter(out));
    corpus.start();
    return new ArticleGroups(articles, corpus);
  }

  private void start() throws IOException {
    xml.start("teiCorpus").attribute("xmlns", "http://www.tei-c.org/ns/1.0").line();
    xml.start("teiHeader").start("fileDesc");
    xml.start("titleStmt").element("title", "Quotations from news articles").end();
    publication();
    xml.start("sourceDesc").element("p", "News articles").end();
    xml.end().end().line();
  }

  private void publication() throws IOException {
    xml.start("publicationStmt").element("p", "Unpublished").end();
  }

  @Override
  public void write(ArticleText in, List<Quotation> found) throws IOException {
    Article article = in.article();
    Map<Speaker, String> ids = new LinkedHashMap<>();
    for (Quotation quotation : found) {
      if (quotation.speaker().isKnown()) {
        ids.computeIfAbsent(quotation.speaker(), speaker -> "s" + ++speakers);
      }
    }
    texts++;
    xml.start("TEI").attribute("n", article.id()).line();
    xml.start("teiHeader");
    fileDescription(article);
    profile(article, ids);
    xml.end().line();
    xml.start("text");
    Optional<String> language = language(article);
    if (language.isPresent()) {
      xml.attribute("xml:lang", language.get());
    }
    xml.start("body").line();
    TeiText text = new TeiText(article.text(), found, quotations);
    Map<Quotation, List<String>> elements = text.write(xml, ids);
    quotations += found.size();
    labels(elements);
    xml.end().end().line();
    xml.end().line();
  }

  /** Writes the fields of quotations, which refer to their elements. */
  private void labels(Map<Quotation, List<String>> elements) throws IOException {
    SortedMap<String, List<Quotation>> labelled = new TreeMap<>();
    elements
        .keySet()
        .forEach(quotation ->
            quotation
                .fields()
                .values()
                .keySet()
                .forEach(name ->
                    labelled.computeIfAbsent(name, key -> new ArrayList<>()).add(quotation)));
    for (Map.Entry<String, List<Quotation>> field : labelled.entrySet()) {
      xml.start("spanGrp").attribute("type", field.getKey());
      for (Quotation quotation : field.getValue()) {
        String target =
            elements.getOrDefault(quotation, List.of()).stream()
                .map(id -> "#" + id)
                .collect(Collectors.joining(" "));
        for (FieldValue value : quotation.fields().of(field.getKey())) {
          xml.start("span").attribute("target", target).text(value.text()).end();
        }
      }
      xml.end().line();
    }
  }

  private void fileDescription(Article article) throws IOException {
    xml.start("fileDesc").start("titleStmt").element("title", article.title());
    for (String author : article.authors()) {
      xml.element("author", author);
    }
    xml.end();
    publication();
    xml.start("sourceDesc").start("bibl");
    xml.start("title").attribute("level", "a").text(article.title()).end();
    if (article.outlet().isPresent()) {
      xml.start("title").attribute("level", "j").text(article.outlet().get()).end();
    }
    if (article.published().isPresent()) {
      xml.start("date").attribute("when", article.published().get().day().toString());
      xml.text(article.published().get().toString()).end();
    }
    if (article.section().isPresent()) {
      xml.start("biblScope").attribute("unit", "section").text(article.section().get()).end();
    }
    xml.element("idno", article.id());
    if (article.url().isPresent()) {
      xml.start("idno").attribute("type", "URI").text(article.url().get()).end();
    }
    xml.end().end().end();
  }

  private void profile(Article article, Map<Speaker, String> ids) throws IOException {
    Optional<String> language = language(article);
    boolean isClassified = !article.tags().isEmpty() || !article.fields().isEmpty();
    if (language.isEmpty() && !isClassified && ids.isEmpty()) {
      return;
    }
    xml.start("profileDesc");
    if (language.isPresent()) {
      xml.start("langUsage").start("language").attribute("ident", language.get()).end().end();
    }
    if (isClassified) {
      textClass(article);
    }
    if (!ids.isEmpty()) {
      xml.start("particDesc");
      for (Map.Entry<Speaker, String> speaker : ids.entrySet()) {
        participant(speaker.getKey(), speaker.getValue());
      }
      xml.end();
    }
    xml.end();
  }

  private void textClass(Article article) throws IOException {
    xml.start("textClass");
    if (!article.tags().isEmpty()) {
      xml.start("keywords");
      for (String tag : article.tags()) {
        xml.element("term", tag);
      }
      xml.end();
    }
    for (Map.Entry<String, List<FieldValue>> field : article.fields().values().entrySet()) {
      xml.start("keywords").attribute("n", field.getKey());
      for (FieldValue value : field.getValue()) {
        xml.element("term", value.text());
      }
      xml.end();
    }
    xml.end();
  }

  private void participant(Speaker speaker, String id) throws IOException {
    boolean organization = speaker.type() == SpeakerType.ORGANIZATION;
    String name = organization ? "orgName" : "persName";
    xml.start(organization ? "org" : "person").attribute("xml:id", id);
    if (speaker.type() == SpeakerType.UNNAMED) {
      xml.start(name).attribute("type", "description").text(speaker.name()).end();
    } else {
      xml.element(name, speaker.name());
    }
    if (speaker.printed().isPresent()) {
      xml.start(name).attribute("type", "printed").text(speaker.printed().get()).end();
    }
    if (speaker.id().isPresent()) {
      xml.element("idno", speaker.id().get());
    }
    for (Map.Entry<String, List<FieldValue>> field : speaker.fields().values().entrySet()) {
      for (FieldValue value : field.getValue()) {
        xml.start("state").attribute("type", field.getKey()).element("desc", value.text()).end();
      }
    }
    // In an organization, notes are last.
    if (speaker.description().isPresent()) {
      xml.element("note", speaker.description().get());
    }
    xml.end();
  }

  private static Optional<String> language(Article article) {
    return article.language().filter(tag -> LANGUAGE.matcher(tag).matches());
  }

  /** A corpus must contain a text: that of no quotations is empty. */
  @Override
  public void end() throws IOException {
    if (texts == 0) {
      xml.start("TEI").line().start("teiHeader").start("fileDesc");
      xml.start("titleStmt").element("title", "No quotations").end();
      publication();
      xml.start("sourceDesc").element("p", "No articles").end();
      xml.end().end().line();
      xml.start("text").start("body").start("p").end().end().end().line();
      xml.end().line();
    }
    xml.end().line();
  }
}
