package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in a class file and ArchUnit does not tell.
 *
 * @param model the class file
 */
public record ClassFileFacts(ClassModel model) {
  private static final Set<String> GENERAL = Set.of("java/lang/Exception", "java/lang/Throwable");
  private static final String OF_PATTERNS = "java/lang/MatchException";

  /** Reads the file that the type was read from. */
  public static ClassFileFacts of(JavaClass type) {
    try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return new ClassFileFacts(ClassFile.of().parse(bytes.readAllBytes()));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The text of a constant. */
  public Optional<String> constant(String name) {
    return model.fields().stream()
        .filter(field -> field.fieldName().equalsString(name))
        .flatMap(field -> field.findAttribute(Attributes.constantValue()).stream())
        .map(ConstantValueAttribute::constant)
        .filter(StringEntry.class::isInstance)
        .map(text -> ((StringEntry) text).stringValue())
        .findFirst();
  }

  /** The methods that catch {@code Exception} or {@code Throwable}. */
  List<String> generalCatches() {
    return model.methods().stream()
        .filter(method -> method.code().filter(ClassFileFacts::catchesEverything).isPresent())
        .map(MethodModel::methodName)
        .map(name -> name.stringValue())
        .toList();
  }

  private static boolean catchesEverything(CodeModel code) {
    return code.exceptionHandlers().stream()
        .filter(handler -> handler.catchType().filter(ClassFileFacts::isGeneral).isPresent())
        .anyMatch(handler -> !isOfPattern(code, handler));
  }

  private static boolean isGeneral(ClassEntry caught) {
    return GENERAL.contains(caught.asInternalName());
  }

  /** Whether the compiler wrote the handler, for a record pattern whose accessor might throw. */
  private static boolean isOfPattern(CodeModel code, ExceptionCatch handler) {
    List<CodeElement> elements = code.elementList();
    return elements.stream()
        .dropWhile(
            element ->
                !(element instanceof LabelTarget target
                    && target.label().equals(handler.handler())))
        .filter(Instruction.class::isInstance)
        .limit(2)
        .anyMatch(
            instruction ->
                instruction instanceof NewObjectInstruction made
                    && made.className().asInternalName().equals(OF_PATTERNS));
  }
}
