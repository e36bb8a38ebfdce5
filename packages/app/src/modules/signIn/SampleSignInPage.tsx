import { ProxiedSignInPage } from '@backstage/core-components';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { useState } from 'react';
import { chosenPerson, forgetOnSignOut } from './chosenPerson';
import { PeoplePage } from './PeoplePage';

/** The choice of people; remembers it until sign-out. */
export const SampleSignInPage = ({ onSignInSuccess }: SignInPageProps) => {
  const [chosen, setChosen] = useState(chosenPerson.get);
  const [attempt, setAttempt] = useState(0);

  const choose = (id: string) => {
    setChosen(id);
    setAttempt(attempt + 1);
  };

  if (!chosen) {
    return <PeoplePage onChoose={choose} />;
  }
  return (
    <ProxiedSignInPage
      key={attempt}
      provider="sample"
      headers={{ 'x-sample-user': chosen }}
      ErrorComponent={({ error }) => (
        <PeoplePage onChoose={choose} error={error} />
      )}
      onSignInSuccess={identity => {
        chosenPerson.set(chosen);
        onSignInSuccess(forgetOnSignOut(identity));
      }}
    />
  );
};
