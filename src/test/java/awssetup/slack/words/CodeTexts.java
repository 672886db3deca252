package awssetup.slack.words;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The strings in a room's code, and what it asks of the bundle, read by the compiler's parser. */
final class CodeTexts {
  /** Methods whose texts go to the log: those that log, and names of work in the background. */
  private static final Set<String> TO_OPERATORS =
      Set.of("debug", "info", "warn", "error", "run", "start", "within");

  /** A string in the code. */
  record Text(String file, String value) {}

  /** A call of say, plain or key, by its first argument, and the placeholders that it names. */
  record Call(String file, String method, String key, Set<String> names) {}

  private final List<Text> texts = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();

  private CodeTexts() {}

  static CodeTexts of(Path room) {
    CodeTexts found = new CodeTexts();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(room)) {
      List<Path> java = sources.filter(path -> path.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              javac.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
      for (CompilationUnitTree unit : task.parse()) {
        String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        unit.accept(found.new Reader(file), null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  List<Text> texts() {
    return texts;
  }

  List<Call> calls() {
    return calls;
  }

  /** Leaves out what is said to operators and programmers: logs, exceptions, annotations. */
  private final class Reader extends TreeScanner<Void, Void> {
    private final String file;

    Reader(String file) {
      this.file = file;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
      if (literal.getValue() instanceof String text) {
        texts.add(new Text(file, text));
      }
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      String method = name(call.getMethodSelect());
      List<? extends ExpressionTree> arguments = call.getArguments();
      if (Set.of("say", "plain", "key").contains(method)
          && !arguments.isEmpty()
          && arguments.get(0) instanceof LiteralTree first
          && first.getValue() instanceof String key) {
        calls.add(new Call(file, method, key, names(arguments)));
      }
      if (TO_OPERATORS.contains(method)
          && !arguments.isEmpty()
          && arguments.get(0) instanceof LiteralTree) {
        arguments.stream().skip(1).forEach(argument -> scan(argument, null));
        return scan(call.getMethodSelect(), null);
      }
      return super.visitMethodInvocation(call, nothing);
    }

    private Set<String> names(List<? extends ExpressionTree> arguments) {
      Set<String> names = new TreeSet<>();
      for (int i = 1; i < arguments.size(); i += 2) {
        if (arguments.get(i) instanceof LiteralTree literal) {
          names.add(String.valueOf(literal.getValue()));
        }
      }
      return names;
    }

    private String name(ExpressionTree method) {
      return method instanceof MemberSelectTree select
          ? select.getIdentifier().toString()
          : method instanceof IdentifierTree own ? own.getName().toString() : "";
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
      String type = made.getIdentifier().toString();
      return type.matches(".*(Exception|Error|Failed|Refused|Unavailable)")
          ? null
          : super.visitNewClass(made, nothing);
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
      return null;
    }
  }
}
