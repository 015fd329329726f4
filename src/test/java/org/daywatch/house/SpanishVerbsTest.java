package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One act has one verb in Spanish too: what is "Withdraw" on one page is not "Cancelar" there and "Retirar" here. */
class SpanishVerbsTest {

    /** The verb a button begins with, in both languages; another act of the same English word has its particle. */
    private static final Map<String, String> VERBS = Arrays.stream("""
            accept aceptar, add agregar, apply aplicar, approve aprobar, assign asignar, begin iniciar, cancel cancelar,
            change cambiar, check comprobar, choose elegir, close cerrar, compare comparar, confirm confirmar,
            continue continuar, create crear, decline rechazar, download descargar, edit editar, end terminar,
            finish terminar, import importar, issue emitir, load cargar, mark marcar, move mover, notify avisar,
            offer ofrecer, open abrir, plan programar, preview ver, print imprimir, propose proponer, publish publicar,
            record registrar, remove quitar, reopen reabrir, request solicitar, retire retirar, revoke revocar,
            save guardar, schedule programar, search buscar, send enviar, send-back devolver, show mostrar,
            start iniciar, stop detener, submit entregar, turn-off desactivar, turn-on activar, undo deshacer, use usar,
            withdraw retirar""".split(",")).map(String::strip)
            .collect(Collectors.toMap(pair -> pair.split(" ")[0], pair -> pair.split(" ")[1]));
    private static final Set<String> PARTICLES = Set.of("in", "out", "up", "off", "on", "back");
    private static final Pattern BUTTON = Pattern.compile(
            "<button[^>]*>(?:\\s|<[^>]*>)*\\$\\{page\\.t\\(\"([^\"]+)\"|class=\"usa-button[^>]*>\\s*\\$\\{page\\.t\\(\"([^\"]+)\"");
    /** They are names of what opens, not acts. */
    private static final Set<String> NO_ACTS = Set.of("log.time.title");

    @Test
    void eachButtonSaysItsActWithTheSameVerbAsAllOthers() throws IOException {
        var english = words(false);
        var spanish = words(true);
        var keys = new TreeSet<String>();
        for (var file : Sources.files(Sources.MAIN, ".jte"))
            BUTTON.matcher(Files.readString(file)).results()
                    .forEach(found -> keys.add(found.group(1) == null ? found.group(2) : found.group(1)));
        keys.removeAll(NO_ACTS);
        assertThat(keys).as("buttons").hasSizeGreaterThan(300);
        var others = new TreeMap<String, String>();
        for (var key : keys) {
            var verb = VERBS.get(verb(english.getProperty(key, "")));
            var there = spanish.getProperty(key, "");
            if (verb != null && !first(there).equals(verb))
                others.put(key, "\"" + english.getProperty(key) + "\" begins with " + verb + ", not \"" + there + "\"");
        }
        Offenders.none("Say it with the verb that the other buttons have.",
                others.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList());
    }

    private static String verb(String said) {
        var words = said.strip().toLowerCase(Locale.ROOT).split("[\\s,.:]+");
        return words.length > 1 && PARTICLES.contains(words[1]) ? words[0] + "-" + words[1] : words[0];
    }

    private static String first(String said) {
        return said.strip().toLowerCase(Locale.ROOT).split("[\\s,.:{]+")[0];
    }

    private static Properties words(boolean inSpanish) throws IOException {
        var all = new Properties();
        for (var file : Sources.texts(inSpanish)) {
            try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                all.load(text);
            }
        }
        return all;
    }
}
