package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.Attributes;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A method nobody calls is read, kept and tested for nothing. */
class UncalledTest {

    private static final Path MAIN = Path.of("target/classes");
    private static final Path TEST = Path.of("target/test-classes");

    @Test
    void everyMethodIsCalled() throws IOException {
        var all = read(MAIN);
        all.putAll(read(TEST));
        Offenders.none("Delete them: nobody calls these, neither the application nor a template nor a test.",
                uncalled(all, read(MAIN.resolve("org/daywatch")).values()));
    }

    @Test
    void oneThatNobodyCallsIsFound() throws IOException {
        var planted = read(TEST.resolve("org/daywatch/house/uncalled"));
        assertThat(uncalled(planted, planted.values())).containsExactly("house.uncalled.Uncalled.nobodyCallsThis");
    }

    private static Map<String, ClassModel> read(Path root) throws IOException {
        var classes = new HashMap<String, ClassModel>();
        for (var file : Sources.files(root, ".class")) {
            var one = ClassFile.of().parse(Files.readAllBytes(file));
            classes.put(one.thisClass().asInternalName(), one);
        }
        return classes;
    }

    private static Set<String> uncalled(Map<String, ClassModel> all, Collection<ClassModel> asked) {
        var called = new HashSet<String>();
        for (var one : all.values()) for (var entry : one.constantPool()) if (entry instanceof MemberRefEntry member) {
            for (var owner : above(member.owner().asInternalName(), all))
                called.add(owner + "." + member.name().stringValue() + member.type().stringValue());
        }
        var found = new TreeSet<String>();
        for (var one : asked) {
            if (one.flags().has(AccessFlag.ANNOTATION)) continue;
            var above = above(one.thisClass().asInternalName(), all);
            for (var method : one.methods()) {
                var name = method.methodName().stringValue();
                var signature = name + method.methodType().stringValue();
                if (byOthers(one, method) || called.contains(one.thisClass().asInternalName() + "." + signature))
                    continue;
                if (above.stream().skip(1).anyMatch(up -> !all.containsKey(up) || called.contains(up + "." + signature)
                        || declares(all.get(up), name, method)))
                    continue;
                found.add(one.thisClass().asInternalName().replaceFirst("org/daywatch/", "").replaceAll("[/$]", ".")
                        + "." + name);
            }
        }
        return found;
    }

    /** By the language or a framework, or as the reader of a record. */
    private static boolean byOthers(ClassModel owner, MethodModel method) {
        var name = method.methodName().stringValue();
        if (name.startsWith("<") || name.equals("main") || method.flags().has(AccessFlag.SYNTHETIC)
                || method.findAttribute(Attributes.runtimeVisibleAnnotations()).isPresent())
            return true;
        if (owner.flags().has(AccessFlag.ENUM) && Set.of("values", "valueOf").contains(name)) return true;
        return owner.findAttribute(Attributes.record()).map(RecordAttribute::components).orElse(List.of()).stream()
                .anyMatch(c -> c.name().equalsString(name))
                || owner.findAttribute(Attributes.record()).isPresent()
                        && Set.of("toString", "hashCode", "equals").contains(name);
    }

    /** Whoever holds it by what is above it calls it there. */
    private static boolean declares(ClassModel up, String name, MethodModel method) {
        int parameters = method.methodTypeSymbol().parameterCount();
        return up.methods().stream().anyMatch(
                m -> m.methodName().equalsString(name) && m.methodTypeSymbol().parameterCount() == parameters);
    }

    /** The class, then what it extends and implements, as far as it is ours. */
    private static List<String> above(String name, Map<String, ClassModel> all) {
        var found = new ArrayList<String>(List.of(name));
        for (int at = 0; at < found.size(); at++) {
            var one = all.get(found.get(at));
            if (one == null) continue;
            one.superclass().map(s -> s.asInternalName()).filter(s -> !s.startsWith("java/lang/") && !found.contains(s))
                    .ifPresent(found::add);
            one.interfaces().forEach(i -> { if (!found.contains(i.asInternalName())) found.add(i.asInternalName()); });
        }
        return found;
    }
}
