package org.daywatch.training.quizzes;

import java.util.Optional;
import org.daywatch.training.codes.TypedCode;

/** The code under which a class joins its quiz. */
public record ClassCode(String text) {

    private static final String WHAT = "class code";

    public ClassCode {
        if (!TypedCode.is(text)) throw new IllegalArgumentException("No class code: " + text.length() + " characters");
    }

    static ClassCode next() {
        return new ClassCode(TypedCode.next());
    }

    /** As somebody typed it; empty for what was never one. */
    public static Optional<ClassCode> read(String typed) {
        return TypedCode.read(typed).map(ClassCode::new);
    }

    /** In two groups of three, as one reads it aloud. */
    public String spoken() {
        return TypedCode.spoken(text);
    }

    byte[] hash() {
        return TypedCode.hash(WHAT, text);
    }
}
