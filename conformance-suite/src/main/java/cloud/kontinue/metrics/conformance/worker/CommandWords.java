package cloud.kontinue.metrics.conformance.worker;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a plain shell command, as far as they can be told without running the shell. */
final class CommandWords {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");

    private CommandWords() {}

    /** Returns the program that the command begins with, after variables; empty where quotes or the like hide it. */
    static Optional<String> program(String command) {
        return words(command)
                .filter(word -> !VARIABLE.matcher(word).matches())
                .findFirst()
                .filter(word -> PLAIN.matcher(word).matches());
    }

    /** Returns the files that the command names: the program, found on a path list, and each word that is a file. */
    static List<Path> files(String command, String pathList) {
        Set<Path> files = new LinkedHashSet<>();
        program(command).flatMap(program -> executable(program, pathList)).ifPresent(files::add);
        words(command)
                .map(CommandWords::path)
                .flatMap(Optional::stream)
                .filter(Files::isRegularFile)
                .filter(Files::isReadable)
                .map(path -> path.toAbsolutePath().normalize())
                .forEach(files::add);
        return List.copyOf(files);
    }

    private static Optional<Path> executable(String program, String pathList) {
        Stream<String> candidates = program.contains("/")
                ? Stream.of(program)
                : Arrays.stream(pathList.split(":", -1)).map(folder -> folder + "/" + program);
        return candidates
                .map(CommandWords::path)
                .flatMap(Optional::stream)
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .map(path -> path.toAbsolutePath().normalize())
                .findFirst();
    }

    private static Stream<String> words(String command) {
        return Arrays.stream(command.strip().split("\\s+", -1));
    }

    private static Optional<Path> path(String word) {
        try {
            return Optional.of(Path.of(word));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
