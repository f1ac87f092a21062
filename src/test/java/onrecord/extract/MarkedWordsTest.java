package onrecord.extract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import onrecord.model.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks which words are in quotation marks, whatever the usage. */
class MarkedWordsTest {

  private static String words(String text) {
    return MarkedWords.in(text).stream().map(span -> span.in(text)).collect(joining(" / "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Sie rief: „Das Boot sinkt!“ | Das Boot sinkt!",
        "„Das Boot“, sagte sie, „sinkt.“ Dann schwieg sie. | Das Boot / sinkt.",
        "„Das Boot sinkt”, zei ze. | Das Boot sinkt",
        "»Das Boot sinkt«, sagte sie, »und du?« | Das Boot sinkt / und du?",
        "Elle cria : « Le bateau coule ! » | Le bateau coule !",
        "Elle cria : «\u202fLe bateau coule\u00a0!\u202f» | Le bateau coule\u00a0!",
        "«El barco se hunde», dijo. «¿Y tú?» | El barco se hunde / ¿Y tú?",
        "”Båten sjunker”, sa hon. ”Vad nu?” | Båten sjunker / Vad nu?",
        "»Vene uppoaa», hän sanoi. »Entä nyt?» | Vene uppoaa / Entä nyt?",
        "“O barco afunda”, disse ela. | O barco afunda",
        "\"Statek tonie\" - powiedziała. \"I co?\" | Statek tonie / I co?",
        "«Лодка тонет», — сказала она. | Лодка тонет",
        "‚Das Boot sinkt‘, sagte sie. | Das Boot sinkt",
        "›Das Boot sinkt‹, sagte sie. ‹Et toi›, dit-il. | Das Boot sinkt / Et toi",
        "她说：“船沉了。”他说：“好。” | 船沉了。 / 好。",
        "彼女は「船が沈む」と言った。 | 船が沈む",
        "'De boot zinkt nu echt', riep ze. | De boot zinkt nu echt",
        "‘De boot zinkt’, riep ze. | De boot zinkt",
        "Er sagte: „Sie rief ‚Halt‘ und lief.“ | Sie rief ‚Halt‘ und lief.",
        "Il dit : « Elle a crié “stop” et “non”. » | Elle a crié “stop” et “non”.",
        "(„Halt“) – „Nein“… „Doch“? | Halt / Nein / Doch",
      })
  void findsTheWordsOfEveryUsage(String text, String expected) {
    assertThat(words(java(text))).isEqualTo(java(expected));
  }

  private static String java(String text) {
    return text.replace("\\u202f", "\u202f").replace("\\u00a0", "\u00a0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "L'eau de l'étang n'est pas l'été d'Anne.",
        "Om zeven uur 's avonds kwam 't schip in '68 aan.",
        "Un po' d'acqua c'è, dell'altra no.",
        "Die Welle war 5\" hoch, die nächste 7\" hoch.",
        "„“ «» \"\" ' ' ‚‘ „ … “",
        "Ein „ offenes Zeichen bleibt ohne Ende",
      })
  void findsNothingWhereNothingIsQuoted(String text) {
    assertThat(words(text)).isEmpty();
  }

  @Test
  void goesOnToTheEndOfTheParagraphWhereTheNextOpensAgain() {
    assertThat(words("„Das Boot sinkt.\n\n„Und wir auch.“\n\nSie ging. „Halt“, rief er."))
        .isEqualTo("Das Boot sinkt. / Und wir auch. / Halt");
    assertThat(words("Sie rief: „Halt\n\nEr blieb. „Ja“, sagte er.")).isEqualTo("Ja");
  }

  @Test
  void anApostropheHidesNoQuotationAfterIt() {
    assertThat(words("Peter's Boot und Hans' Boot: 'sinken „beide“ heute.")).isEqualTo("beide");
    assertThat(words("Ein „Anfang ohne Ende und «ein Wort» dazu.")).isEqualTo("ein Wort");
  }

  @Test
  void takesTimeThatIsLinearInTheLength() {
    for (String part :
        new String[] {"„a ", "«", "»a", "'aaa ", "‚a ", "\"", "“ ", "„a ‚b «c \"d "}) {
      String text = part.repeat(400_000 / part.length());
      long start = System.nanoTime();

      assertThat(MarkedWords.in(text)).allMatch(span -> span.end() <= text.length());

      assertThat(System.nanoTime() - start).as(part).isLessThan(10_000_000_000L);
    }
  }

  @Test
  void theSpansAreInOrderAndDoNotOverlap() {
    String text = "„a“ «b» \"c\" ‚d‘ “e” »f« 'g h i' „j «k» l“ ".repeat(50);
    Span before = null;

    for (Span span : MarkedWords.in(text)) {
      assertThat(before == null || before.end() < span.start()).isTrue();
      before = span;
    }
    assertThat(before).isNotNull();
  }
}
