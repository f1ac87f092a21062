package onrecord.format;

import java.io.IOException;
import onrecord.query.Hit;

/** Writes hits as JSON Lines. */
final class HitJsonLines implements HitWriter {

  private final Appendable out;
  private final ArticleTexts articles;

  HitJsonLines(Appendable out, ArticleTexts articles) {
    this.out = out;
    this.articles = articles;
  }

  @Override
  public void write(Hit hit) throws IOException {
    out.append(JsonWriter.line(json -> HitJson.write(json, hit, articles)) + '\n');
  }

  @Override
  public void close() {}
}
