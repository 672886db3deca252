package awssetup.store.commit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;

/** The connection of a running transaction, lent to code that must not end it. */
record JoinedConnection(Connection connection) implements InvocationHandler {
  private static final Set<String> LEFT_TO_THE_OWNER =
      Set.of("close", "abort", "commit", "rollback", "setAutoCommit");

  static Connection to(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            JoinedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new JoinedConnection(connection));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (LEFT_TO_THE_OWNER.contains(method.getName())) {
      return null;
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
