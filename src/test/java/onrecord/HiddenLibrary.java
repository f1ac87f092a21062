package onrecord;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Loads the classes of Onrecord anew, as if a library were not on the class path. */
public final class HiddenLibrary extends ClassLoader {

  private final String hidden;

  private HiddenLibrary(String hidden) {
    super(HiddenLibrary.class.getClassLoader());
    this.hidden = hidden;
  }

  /**
   * {@return the result of a function that runs without a library}
   *
   * @param library the package of the library
   * @param function a public class with a public constructor without parameters
   */
  public static String run(
      String library, Class<? extends Function<String, String>> function, String argument)
      throws ReflectiveOperationException {
    Object loaded =
        new HiddenLibrary(library + ".")
            .loadClass(function.getName())
            .getConstructor()
            .newInstance();
    @SuppressWarnings("unchecked") // Function is a class of the JDK, which has only one loader.
    Function<String, String> same = (Function<String, String>) loaded;
    return same.apply(argument);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(hidden)) {
      throw new ClassNotFoundException(name + " is hidden");
    }
    if (!name.startsWith("onrecord.")) {
      return super.loadClass(name, resolve);
    }
    Class<?> loaded = findLoadedClass(name);
    if (loaded != null) {
      return loaded;
    }
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
