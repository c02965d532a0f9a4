import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./generated/index.ts";
import "./styles.css";

const root = document.getElementById("application");
if (root === null) throw new Error("index.html has no element with the id `application`");

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
