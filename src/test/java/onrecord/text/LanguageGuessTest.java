package onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks which texts are recognized as not English. */
class LanguageGuessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Der Hafen bleibt bis Mai geschlossen. „Wir haben kein Geld“, sagte die Leiterin, und das ist nicht neu.",
        "fr | Le port restera fermé jusqu'en mai. « Nous n'avons pas d'argent », a dit la directrice, et ce n'est pas nouveau.",
        "nl | De haven blijft tot mei dicht. 'We hebben geen geld', zegt de directeur, en dat is niet nieuw voor het dorp.",
        "es | El puerto seguirá cerrado hasta mayo. «No tenemos dinero», dijo la directora, y eso no es nuevo para los vecinos.",
        "it | Il porto resterà chiuso fino a maggio. «Non abbiamo soldi», ha detto la direttrice, e non è una novità per il paese.",
        "pt | O porto continuará fechado até maio. “Não temos dinheiro”, disse a diretora, e isso não é novo para os moradores.",
        "da | Havnen forbliver lukket til maj. »Vi har ikke penge«, siger lederen, og det er ikke nyt for byen.",
        "sv | Hamnen är stängd till maj. ”Vi har inga pengar”, säger chefen, och det är inte nytt för byn som bor här.",
        "no | Havnen er stengt til mai. «Vi har ikke penger», sier lederen, og det er ikke nytt for byen.",
        "fi | Satama on kiinni toukokuuhun. ”Meillä ei ole rahaa”, sanoo johtaja, ja se on tuttua, että niin on ollut jo ennen.",
        "pl | Port pozostanie zamknięty do maja. „Nie mamy pieniędzy”, powiedziała dyrektorka, i to nie jest nic nowego dla nas.",
        "cs | Přístav zůstane zavřený do května. „Nemáme peníze“, řekla ředitelka, a to není nic, co by bylo pro nás nové.",
        "ro | Portul rămâne închis până în mai. „Nu avem bani”, a spus directoarea, și asta nu este o noutate pentru cei din sat.",
        "hu | A kikötő májusig zárva marad. „Nincs pénzünk” – mondta az igazgató, és ez nem is új, hogy már megint így van.",
        "tr | Liman mayıs ayına kadar kapalı. “Paramız yok” dedi müdür, bu yeni bir şey değil ve daha önce de oldu.",
        "id | Pelabuhan itu akan ditutup. “Kami tidak punya uang,” kata direktur, dan ini bukan yang pertama untuk desa ini.",
        "ca | El port seguirà tancat. «No tenim diners», va dir la directora, i això no és nou per als veïns que hi ha al poble amb els seus.",
        "ru | Порт закрыт до мая. «У нас нет денег», — сказала директор.",
        "el | Το λιμάνι μένει κλειστό. «Δεν έχουμε χρήματα», είπε η διευθύντρια.",
        "ar | سيبقى الميناء مغلقا حتى مايو. «ليس لدينا مال»، قالت المديرة.",
        "he | הנמל יישאר סגור עד מאי. ״אין לנו כסף״, אמרה המנהלת.",
        "hi | बंदरगाह मई तक बंद रहेगा। “हमारे पास पैसे नहीं हैं,” निदेशक ने कहा।",
        "zh | 港口将关闭到五月。主任说：“我们没有钱。”",
        "ja | 港は五月まで閉鎖される。「お金がない」と所長は語った。",
        "ko | 항구는 5월까지 폐쇄된다. “우리는 돈이 없다”고 소장이 말했다.",
      })
  void recognizesTheLanguageOfAShortArticle(String language, String text) {
    assertThat(LanguageGuess.otherThanEnglish(text)).hasValue(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000\ud83d",
        "“We have no money,” the director said.",
        "Port closed!! so sad :( #harbour @adaholm http://t.co/xyz",
        "Harbour to Stay Closed Until May, Director Says",
        "Ada Holm, Juan de la Cruz, Marie du Pont, Ludwig van der Meer, João da Silva, Ana de los Ríos",
        "Los Angeles, Las Vegas, El Paso, La Paz, San Salvador, De Moines, Le Havre, La Spezia",
        "“C'est la vie et c'est tout ce que je sais,” the director of the Café de la Paix said with a shrug.",
        "He sang “Ich bin von Kopf bis Fuß auf Liebe eingestellt” and the crowd at the harbour was on its feet.",
        "Порт",
        "The sign read «Порт закрыт до мая», and nobody at the ferry knew what it meant for them.",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z",
      })
  void takesTextWithLittleEvidenceAsEnglish(String text) {
    assertThat(LanguageGuess.otherThanEnglish(text)).isEmpty();
  }

  @Test
  void anEnglishArticleWithForeignWordsStaysEnglish() {
    String english = "The harbour will stay closed until May, and that is not new to the town. ";
    String german = "Der Hafen bleibt bis Mai geschlossen, und das ist nicht neu für die Stadt. ";

    assertThat(LanguageGuess.otherThanEnglish(english.repeat(20) + german.repeat(15))).isEmpty();
    assertThat(LanguageGuess.otherThanEnglish(german.repeat(60) + english.repeat(2)))
        .hasValue("de");
  }

  @Test
  void readsABoundedPartOfALongText() {
    String german = "Der Hafen bleibt bis Mai geschlossen, und das ist nicht neu für die Stadt. ";

    for (String filler : List.of("", "a", "“", "und ", "🚢")) {
      String text = german.repeat(30) + filler.repeat(1_000_000) + german.repeat(30);
      assertThat(LanguageGuess.otherThanEnglish(text)).as(filler).hasValue("de");
    }
  }
}
