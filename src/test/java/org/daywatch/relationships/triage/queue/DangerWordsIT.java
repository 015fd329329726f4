package org.daywatch.relationships.triage.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.daywatch._story.DaywatchIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The shipped words against what students write: despair and farewell are lifted, a bad day at school is not. */
@DaywatchIT
class DangerWordsIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
    private static final List<String> LIFTED = List.of("He said nobody would miss them if they were gone",
            "idk no one would miss me anyway", "my friend posted that everyone is better off without her",
            "I cant go on like this", "She told me she can't take it anymore", "i just want to disappear",
            "they said they won't be here tomorrow and gave me their hoodie", "her story says goodbye forever",
            "he says there is nothing to live for", "I wish I had never been born",
            "nobody would notice if I never came back", "dont want to wake up tomorrow",
            "dice que nadie la extrañaria", "todos estarian mejor sin mi", "ya no puedo seguir",
            "solo quiero desaparecer", "mañana ya no voy a estar, cuidense",
            "puso adios para siempre en su historia", "mi amigo ya no tiene ganas de vivir",
            "ojala no hubiera nacido");
    private static final List<String> NOT_LIFTED = List.of("Nobody would miss the quiz if it was cancelled",
            "My bag will disappear if I leave it in the gym", "I want to go home early tomorrow",
            "She won't be at practice tomorrow", "The bus can't go down that street",
            "We said goodbye to the seniors", "This class feels like it goes on forever",
            "Somebody writes on the bathroom wall", "They keep calling her names in the hallway",
            "He copies my homework every day", "The team is better without a captain",
            "I don't want to be in that group", "Nadie extraña la comida de la cafetería",
            "Mañana no hay clase de arte", "No puedo abrir mi casillero", "Mi mochila desapareció en el gimnasio",
            "Ya no quiero estar en ese equipo", "Le dicen apodos en el pasillo", "Siempre copia mi tarea",
            "Dijo adiós a la maestra y se fue a casa");

    @Autowired TriageLists lists;

    @Test
    void despairAndFarewellAreLiftedAsStudentsWriteThemAndABadDayIsNot() {
        var words = lists.dangerWords(DAY);
        assertThat(LIFTED).hasSize(20).allSatisfy(text -> assertThat(words.in(text)).as(text).isNotEmpty());
        assertThat(NOT_LIFTED).hasSize(20).allSatisfy(text -> assertThat(words.in(text)).as(text).isEmpty());
    }
}
