package onrecord.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Writing elements and text. */
class MarkupTest {

  /** Every character of the Basic Multilingual Plane, one that is outside it, and elements. */
  private static final String ANYTHING =
      IntStream.rangeClosed(0, 0xffff)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          + "\ud83d\ude00<script>alert(1)</script><!-- ]]> \" onload='x' &lt; &#0;";

  @Test
  void textAndValuesOfAttributesContainNoElement() {
    String markup = new Markup().open("p", "title", ANYTHING).text(ANYTHING).close().toString();

    for (Parser parser : new Parser[] {Parser.htmlParser(), Parser.xmlParser()}) {
      Document page = Jsoup.parse(markup, "", parser);
      assertThat(page.select("script")).isEmpty();
      Element p = page.selectFirst("p");
      assertThat(p).isNotNull();
      assertThat(p.childrenSize()).isZero();
      assertThat(p.attributes().asList()).hasSize(1);
      assertThat(p.wholeText()).isEqualTo(p.attr("title")).endsWith(ANYTHING.substring(0x10000));
    }
  }

  @Test
  void whatChangesOtherTextIsReplaced() {
    Map.of(
            "a\u0000b\u001b[31m\u0085", "a\ufffdb\ufffd[31m\ufffd",
            "\u202eright to left\u202c", "\ufffdright to left\ufffd",
            "half \ud83d of it", "half \ufffd of it",
            "\uffff\ufdd0\ud83f\udffe", "\ufffd\ufffd\ufffd",
            "line\u2028paragraph\u2029return\r", "line paragraph return ",
            "tab\tline\n\ud83d\ude00 \u200d\u200f\u0301",
                "tab\tline\n\ud83d\ude00 \u200d\u200f\u0301")
        .forEach((text, expected) -> assertThat(new Markup().text(text)).hasToString(expected));
  }

  @Test
  void elementsAreNested() {
    Markup inner = new Markup().element("b", "x & y", "class", "c\"d");

    assertThat(new Markup().open("p").append(inner).empty("br").line().text("z").close())
        .hasToString("<p><b class=\"c&quot;d\">x &amp; y</b><br/>\nz</p>");
  }

  @Test
  void whatIsNoMarkupIsRejected() {
    assertThatThrownBy(() -> new Markup().open("p", "class"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attributes of p must be names and values, but were an odd number");
    assertThatThrownBy(() -> new Markup().style("a{} </style>"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
