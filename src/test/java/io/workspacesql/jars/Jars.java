package io.workspacesql.jars;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The jars that the build has made; their places come from the build as system properties. */
final class Jars {
  static final Path THIN = path("jar.thin");
  static final Path ALL = path("jar.all");
  static final Path CLI = path("jar.cli");

  private Jars() {}

  /** Another SLF4J with another binding, as an application has it. */
  static List<Path> foreignLogging() throws IOException {
    try (Stream<Path> files = Files.list(path("foreign.logging"))) {
      return files.sorted().toList();
    }
  }

  /** Names of the files in a jar, without folders. */
  static List<String> entries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  static String text(Path jar, String entry) throws IOException {
    try (JarFile file = new JarFile(jar.toFile());
        InputStream in = file.getInputStream(file.getEntry(entry))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Copies a compiled program to where nothing else of the build is. */
  static void copyClass(Class<?> program, Path folder) throws IOException {
    String file = program.getName().replace('.', '/') + ".class";
    Path copy = folder.resolve(file);
    Files.createDirectories(copy.getParent());
    try (InputStream in = program.getResourceAsStream("/" + file)) {
      Files.copy(in, copy);
    }
  }

  private static Path path(String property) {
    return Path.of(System.getProperty(property));
  }
}
