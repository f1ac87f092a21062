package onrecord.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.EOFException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.automaton.RegExp;
import org.junit.jupiter.api.Test;

class ReadErrorsTest {

  @Test
  void exceptionFromWhereLuceneReadsIsDamage() {
    ByteArrayDataInput input = new ByteArrayDataInput(new byte[2]);

    RuntimeException thrown = catchThrowableOfType(RuntimeException.class, input::readLong);

    assertThat(ReadErrors.isDamage(thrown)).isTrue();
    assertThat(ReadErrors.damaged("archive a", thrown))
        .hasMessageStartingWith("archive a is damaged: ")
        .hasMessageContaining(thrown.toString())
        .hasCause(thrown);
  }

  @Test
  void exceptionOfJavaThatLuceneCausesIsDamage() {
    RuntimeException thrown =
        catchThrowableOfType(RuntimeException.class, () -> new FixedBitSet(1 - (1 << 30)));

    assertThat(ReadErrors.isDamage(thrown)).isTrue();
  }

  @Test
  void failureToReadThatLuceneWrapsIsDamage() {
    RuntimeException thrown = new RuntimeException(new EOFException("read past the end"));
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("org.apache.lucene.codecs.Producer", "get", "Producer.java", 1)
        });

    assertThat(ReadErrors.isDamage(thrown)).isTrue();
  }

  @Test
  void refusalOfAWriterWhoseDiskHasFailedIsNotDamage() {
    RuntimeException thrown = new IllegalStateException("this writer hit an unrecoverable error");
    for (String place : List.of("IndexWriter", "IndexWriter$Inner")) {
      thrown.setStackTrace(
          new StackTraceElement[] {
            new StackTraceElement(
                "org.apache.lucene.index." + place, "merge", "IndexWriter.java", 1)
          });

      assertThat(ReadErrors.isDamage(thrown)).as(place).isFalse();
    }
  }

  @Test
  void exceptionOfTheCallerIsNotDamage() {
    for (RuntimeException thrown :
        List.of(
            new IllegalArgumentException("own"),
            new IllegalStateException("own"),
            new RuntimeException(new EOFException("own")),
            catchThrowableOfType(RuntimeException.class, () -> Objects.checkIndex(0, 0)),
            catchThrowableOfType(RuntimeException.class, () -> new int[1][1].clone()[1] = null))) {
      assertThat(ReadErrors.isDamage(thrown)).as(thrown.toString()).isFalse();
    }
  }

  @Test
  void invalidPatternAndClosedIndexAreNotDamage() {
    RuntimeException invalid =
        catchThrowableOfType(RuntimeException.class, () -> new RegExp("(").toAutomaton());
    AlreadyClosedException closed = new AlreadyClosedException("closed");
    closed.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("org.apache.lucene.index.IndexReader", "get", "IndexReader.java", 1)
        });

    assertThat(ReadErrors.isDamage(invalid)).isFalse();
    assertThat(ReadErrors.isDamage(closed)).isFalse();
  }

  @Test
  void exceptionWhoseStackTraceJavaLeftOutIsDamageIfOnlyTheMachineThrowsIt() {
    RuntimeException bounds = new ArrayIndexOutOfBoundsException();
    bounds.setStackTrace(new StackTraceElement[0]);
    RuntimeException state = new IllegalStateException();
    state.setStackTrace(new StackTraceElement[0]);

    assertThat(ReadErrors.isDamage(bounds)).isTrue();
    assertThat(ReadErrors.isDamage(state)).isFalse();
  }
}
