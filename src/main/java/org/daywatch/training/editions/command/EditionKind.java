package org.daywatch.training.editions.command;

import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.InvalidInput;

/** A kind of file of which there are editions in several languages. */
public interface EditionKind<T> {

    /** As it stands in sentences and in the schema's name: course, lesson. */
    String name();

    /** @throws InvalidInput with each fault of the file by its path */
    T read(byte[] file);

    String code(T file);

    int edition(T file);

    String language(T file);

    /** How two languages of one edition differ in what must be alike. */
    List<FieldError> twins(T first, T other);

    /** What it holds, in the order in which it is told: minutes, parts, questions. */
    Map<String, Object> holds(T file);

    /** The same in a sentence. */
    String said(T file);
}
