package onrecord.schema;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * Describes what is thrown while an index is read. Lucene maps files into memory and trusts their
 * contents: a file that becomes shorter while it is mapped causes an {@link InternalError}, a
 * length that nothing can have an {@link OutOfMemoryError}, and a number that leads nowhere any
 * exception of the array, stream or codec that it is used for.
 */
public final class ReadErrors {

  // Where Lucene uses what it has read, without a check.
  private static final Pattern READING =
      Pattern.compile(
          "org\\.apache\\.lucene\\.(backward_codecs|codecs|index|store|util(?!\\.automaton))\\..*");

  // Where Lucene refuses to go on because an earlier write has failed.
  private static final Pattern WRITING =
      Pattern.compile("org\\.apache\\.lucene\\.index\\.IndexWriter(\\$.*)?");

  private static final Pattern OF_JAVA = Pattern.compile("(java|jdk|sun)\\..*");

  private ReadErrors() {}

  /**
   * {@return whether an exception was thrown because an index is damaged, although the checksums of
   * its files may be correct} It is of a class that wrong numbers and names cause, and was thrown
   * where Lucene reads an index; an exception that Onrecord or its caller has thrown is not.
   */
  public static boolean isDamage(RuntimeException thrown) {
    return switch (thrown) {
      case AlreadyClosedException e -> false;
      // Java leaves out the stack trace where the same place has thrown one of these many times.
      case NullPointerException e -> isReadingOrUnknown(e);
      case IndexOutOfBoundsException e -> isReadingOrUnknown(e);
      case ArithmeticException e -> isReadingOrUnknown(e);
      case ClassCastException e -> isReadingOrUnknown(e);
      case NegativeArraySizeException e -> isReadingOrUnknown(e);
      case IllegalArgumentException e -> isReading(e);
      case IllegalStateException e -> isReading(e) && !isThrownIn(WRITING, e);
      case UnsupportedOperationException e -> isReading(e);
      case NoSuchElementException e -> isReading(e);
      default ->
          thrown.getClass() == RuntimeException.class
              && thrown.getCause() instanceof IOException
              && isReading(thrown);
    };
  }

  private static boolean isReadingOrUnknown(RuntimeException thrown) {
    return thrown.getStackTrace().length == 0 || isReading(thrown);
  }

  private static boolean isReading(RuntimeException thrown) {
    return isThrownIn(READING, thrown);
  }

  /** {@return whether the class that has thrown an exception, beside those of Java, matches} */
  private static boolean isThrownIn(Pattern classes, RuntimeException thrown) {
    return Stream.of(thrown.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(name -> !OF_JAVA.matcher(name).matches())
        .findFirst()
        .filter(name -> classes.matcher(name).matches())
        .isPresent();
  }

  /**
   * {@return an exception for one that {@linkplain #isDamage damage} has caused}
   *
   * @param archive the archive, as the subject of a sentence
   */
  public static IOException damaged(String archive, RuntimeException cause) {
    return new IOException(
        archive
            + " is damaged: it cannot be read, although the checksums of its files are correct ("
            + cause
            + ")",
        cause);
  }

  /** {@return an exception for an error, which is its cause} */
  public static IOException toIOException(VirtualMachineError error) {
    return new IOException("the archive cannot be read: " + describe(error), error);
  }

  /** {@return what may have caused an error} */
  public static String describe(VirtualMachineError error) {
    String message = requireNonNullElse(error.getMessage(), error.getClass().getSimpleName());
    return switch (error) {
      case InternalError e ->
          "a file was damaged, or its disk failed, while it was being read (" + message + ")";
      case OutOfMemoryError e ->
          "reading it takes more memory than there is, because it is damaged or the heap is too"
              + " small ("
              + message
              + ")";
      default -> "it may be damaged (" + message + ")";
    };
  }
}
