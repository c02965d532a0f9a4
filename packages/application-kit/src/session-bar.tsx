import { send } from "./request.ts";
import { useResource } from "./use-resource.ts";
import type { Session } from "./wire.ts";

/** Who one is; where the server lets one choose (in development), the choice. */
export function SessionBar() {
  const session = useResource<Session>("/session");
  if (session.status !== "ready" || session.value.users.length === 0) return null;
  const { user, users } = session.value;
  return (
    <label className="session">
      <span>Signed in as</span>
      <select
        value={user?.id ?? ""}
        onChange={(event) => void send("POST", "/session", { user: event.target.value || null })}
      >
        <option value="">nobody (signed out)</option>
        {users.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
