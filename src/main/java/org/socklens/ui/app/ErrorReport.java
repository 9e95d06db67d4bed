package org.socklens.ui.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/// An exception that nobody expected, as a person is told of it.
///
/// @param code    the same for the same fault in the same place, whatever the version or the moment
/// @param details for whoever mends it: thread, Java, system and stack trace
record ErrorReport(String code, String details) {
    private static final int CODE_BITS = 0xFFFFFF;

    static ErrorReport of(Thread thread, Throwable failure) {
        String code = code(failure);
        return new ErrorReport(code, details(code, thread, failure));
    }

    /// What the window says.
    String sentence() {
        return "Something went wrong inside Socklens that is not your doing. The last action may not have happened;"
                + " everything else goes on, and what you typed and received is still there."
                + " Please report the fault with the copied details.";
    }

    /// Made of the exception's type and the method that threw it; line numbers would change with each version.
    private static String code(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        String place = frames.length == 0 ? "" : frames[0].getClassName() + "." + frames[0].getMethodName();
        String fault = failure.getClass().getName() + "@" + place;
        return "S-%06X".formatted(fault.hashCode() & CODE_BITS);
    }

    private static String details(String code, Thread thread, Throwable failure) {
        StringWriter text = new StringWriter();
        text.append("Socklens fault ").append(code).append(" in thread ").append(thread.getName()).append('\n');
        for (String property : new String[] {"java.vm.version", "javafx.version", "os.name", "os.version", "os.arch"}) {
            text.append(property).append(": ").append(System.getProperty(property)).append('\n');
        }
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
