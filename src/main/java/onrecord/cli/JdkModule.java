package onrecord.cli;

import java.io.IOException;

/**
 * A module of the JDK that a command needs, and that a Java without the tools of a JDK may lack.
 */
enum JdkModule {
  HTTP_SERVER("jdk.httpserver"),
  JSHELL("jdk.jshell");

  private final String module;

  JdkModule(String module) {
    this.module = module;
  }

  /**
   * Checks that the module is present.
   *
   * @param command the name of the command that needs it
   * @param layer the modules of this Java
   * @throws IOException if it is not
   */
  void requireFor(String command, ModuleLayer layer) throws IOException {
    if (layer.findModule(module).isEmpty()) {
      throw new IOException(
          command + " needs the module " + module + ", which this Java lacks; run it with a JDK");
    }
  }
}
